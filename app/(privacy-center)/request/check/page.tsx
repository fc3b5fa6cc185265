import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/public/back-link'
import { Consequences } from '@/components/public/consequences'
import { fieldLabels } from '@/components/public/intake-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { countryName } from '@/lib/core/countries'
import { offeredType, problemsOf } from '@/lib/core/intake-form'
import { readIntakeDraft } from '@/lib/door/intake-draft'
import { draftSecret } from '../draft-cookie'
import { detailsPage, only, sentPage, type WithQuery, whatPage, whoPage } from '../steps'

export const metadata: Metadata = { title: 'Check your answers' }

/** Everything that was answered, each with a way to change it, before anything is sent. */
export default async function CheckPage({ searchParams }: WithQuery) {
  const draft = await readIntakeDraft(await draftSecret())
  if (!draft) redirect(`${whoPage}?problem=lost`)
  if (draft.reference) redirect(sentPage)
  const { answers } = draft
  const type = offeredType(answers.type)
  if (!type) redirect(`${whatPage}&problem=type`)
  if (problemsOf(type, answers).length > 0) redirect(detailsPage(type.key))
  const minutes = Number(await only(searchParams, 'busy'))
  const shown = (key: string, value: string) =>
    key === 'country' && value ? countryName(value) : value.trim()
  const rows: SummaryRow[] = [
    { label: 'Who it is about', value: 'Me', changeHref: `${whoPage}?who=me` },
    { label: 'What you want', value: type.publicTitle, changeHref: `${whatPage}&type=${type.key}` },
    ...type.fields.map(({ key }) => ({
      label: fieldLabels[key],
      value: shown(key, answers.values[key] ?? ''),
      changeHref: `${detailsPage(type.key)}#field-${key}`,
    })),
  ]
  return (
    <>
      <BackLink href={detailsPage(type.key)} />
      {minutes > 0 && (
        <div className="mb-8">
          <Notice kind="warning" live title="Not sent yet: too much is coming from your network">
            <p>
              Your answers are kept. Please try again in {minutes === 1 ? 'a minute' : `${minutes} minutes`}.
            </p>
          </Notice>
        </div>
      )}
      <PageHeading
        title="Check your answers"
        lead="Nothing is sent yet. Once you send it, we email you a link to confirm that it was you."
      />
      <SummaryList rows={rows} />
      <form method="post" action="/request/check/send" className="mt-8 flex flex-col items-start gap-8">
        <Consequences title="Once it is confirmed and checked" sentences={type.destroys} />
        <Button tone="primary">Send my request</Button>
      </form>
    </>
  )
}
