import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/public/back-link'
import { Consequences } from '@/components/public/consequences'
import { IntakeFields } from '@/components/public/intake-fields'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { offeredType, problemsOf } from '@/lib/core/intake-form'
import { readIntakeDraft } from '@/lib/door/intake-draft'
import { draftSecret } from '../draft-cookie'
import { only, type WithQuery, whatPage, whoPage } from '../steps'

/** What this page shows: the type, the answers kept so far, and what is wrong with them. */
async function formOf(query: WithQuery['searchParams']) {
  const type = offeredType(await only(query, 'type'))
  if (!type) return null
  const draft = await readIntakeDraft(await draftSecret())
  // What was sent already is not offered again: the next person at this browser begins with an empty form.
  const answers = draft && !draft.reference ? draft.answers : null
  const problems = answers?.type === type.key ? problemsOf(type, answers) : []
  return { type, values: answers?.values ?? {}, problems }
}

export async function generateMetadata({ searchParams }: WithQuery): Promise<Metadata> {
  const form = await formOf(searchParams)
  return { title: `${form?.problems.length ? 'Error: ' : ''}Your details` }
}

/** The fields of the chosen type, below what it destroys. */
export default async function DetailsPage({ searchParams }: WithQuery) {
  if ((await only(searchParams, 'who')) !== 'me') redirect(`${whoPage}?problem=who`)
  const form = await formOf(searchParams)
  if (!form) redirect(`${whatPage}&problem=type`)
  const { type, values, problems } = form
  return (
    <>
      <BackLink href={`${whatPage}&type=${type.key}`} />
      <ErrorSummary errors={problems} />
      <PageHeading kicker={type.publicTitle} title="Your details" />
      <form
        method="post"
        action="/request/details/save"
        noValidate
        className="flex flex-col items-stretch gap-7"
      >
        <Consequences title="Before you go on" sentences={type.destroys} />
        <input type="hidden" name="type" value={type.key} />
        <IntakeFields type={type} values={values} problems={problems} />
        <p>
          <Button tone="primary">Continue</Button>
        </p>
      </form>
    </>
  )
}
