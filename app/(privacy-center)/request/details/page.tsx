import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/public/back-link'
import { Consequences } from '@/components/public/consequences'
import { IntakeFields } from '@/components/public/intake-fields'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { portability } from '@/lib/core/handbook/portability'
import { problemsOf } from '@/lib/core/intake/intake-form'
import { publicType, readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { readSetting } from '@/lib/store/settings/settings'
import { draftSecret } from '../draft-cookie'
import { choicePage, only, portabilityPage, type WithQuery, whatPage, whoPage } from '../steps'

/** What this page shows: the type, the answers kept so far, and what is wrong with them. */
async function formOf(query: WithQuery['searchParams']) {
  const type = await publicType(await only(query, 'type'))
  if (!type) return null
  const draft = await readIntakeDraft(await draftSecret())
  // What was sent already is not offered again: the next person at this browser begins with an empty form.
  const answers = draft && !draft.reference ? draft.answers : null
  const isSame = answers?.type === type.key
  // What somebody said of themselves is not what they say of somebody who has died.
  const values = answers && (isSame || type.about === 'me') ? answers.values : {}
  return { type, values, problems: isSame ? problemsOf(type, answers) : [] }
}

export async function generateMetadata({ searchParams }: WithQuery): Promise<Metadata> {
  const form = await formOf(searchParams)
  const title = form?.type.about === 'deceased' ? 'About the account and you' : 'Your details'
  return { title: `${form?.problems.length ? 'Error: ' : ''}${title}` }
}

/** The fields of the chosen type, below what it destroys. */
export default async function DetailsPage({ searchParams }: WithQuery) {
  const who = await only(searchParams, 'who')
  if (who !== 'me' && who !== 'deceased') redirect(`${whoPage}?problem=who`)
  if ((await only(searchParams, 'type')) === portability.key) redirect(portabilityPage)
  const form = await formOf(searchParams)
  if (!form) redirect(`${whatPage}&problem=type`)
  const { type, values, problems } = form
  const title = type.about === 'deceased' ? 'About the account and you' : 'Your details'
  return (
    <>
      <BackLink href={choicePage(type)} />
      <ErrorSummary errors={problems} />
      <PageHeading kicker={type.publicTitle} title={title} />
      <form
        method="post"
        action="/request/details/save"
        noValidate
        className="flex flex-col items-stretch gap-7"
      >
        <Consequences title="Before you continue" sentences={type.destroys} />
        <input type="hidden" name="type" value={type.key} />
        <IntakeFields
          type={type}
          usual={await readSetting('usual-countries')}
          values={values}
          problems={problems}
        />
        <p>
          <Button tone="primary">Continue</Button>
        </p>
      </form>
    </>
  )
}
