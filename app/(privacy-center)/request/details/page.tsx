import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { OptOutSignal } from '@/components/privacy-center/opt-out-signal'
import { BackLink } from '@/components/public/back-link'
import { Consequences } from '@/components/public/consequences'
import { IntakeFields } from '@/components/public/intake-fields'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { portability } from '@/lib/core/handbook/portability'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { actingOf, wordsOf } from '@/lib/core/intake/fields-for'
import { actingIn, type IntakeAnswers, problemsOf } from '@/lib/core/intake/intake-form'
import { asksToOptOut, optOutField } from '@/lib/core/intake/opt-out-signal'
import { type Acting, actings } from '@/lib/core/request/request'
import { publicType, readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { readSetting } from '@/lib/store/settings/settings'
import { draftSecret } from '../draft-cookie'
import { actingPage, choicePage, only, portabilityPage, type WithQuery, whatPageFor, whoPage } from '../steps'

/** What this page shows: the type, the answers kept so far, and what is wrong with them. */
async function formOf(query: WithQuery['searchParams']) {
  const type = await publicType(await only(query, 'type'))
  if (!type) return null
  const draft = await readIntakeDraft(await draftSecret())
  // What was sent already is not offered again: the next person at this browser begins with an empty form.
  const answers = draft && !draft.reference ? draft.answers : null
  const acting = actingOf(type, await only(query, 'as'))
  const isSame = answers?.type === type.key && actingIn(answers) === acting
  // What somebody said of themselves is not what they say of somebody else.
  const values = answers && (isSame || isOwn(type, acting, answers)) ? answers.values : {}
  return { type, acting, values, problems: isSame ? problemsOf(type, answers) : [] }
}

const isOwn = (type: RequestType, acting: Acting, answers: IntakeAnswers): boolean =>
  type.about === 'me' && acting === actingIn(answers)

const titleOf = (form: { type: RequestType; acting: Acting } | null): string =>
  form && (form.type.about === 'deceased' || form.acting !== 'self')
    ? 'About the account and you'
    : 'Your details'

export async function generateMetadata({ searchParams }: WithQuery): Promise<Metadata> {
  const form = await formOf(searchParams)
  const title = titleOf(form)
  return { title: `${form?.problems.length ? 'Error: ' : ''}${title}` }
}

/** The fields of the chosen type, below what it destroys. */
export default async function DetailsPage({ searchParams }: WithQuery) {
  const who = await only(searchParams, 'who')
  if (who !== 'me' && who !== 'deceased' && who !== 'other') redirect(`${whoPage}?problem=who`)
  if ((await only(searchParams, 'type')) === portability.key) redirect(portabilityPage)
  const form = await formOf(searchParams)
  const said = who === 'other' ? await only(searchParams, 'as') : undefined
  const as = actings.find(way => way === said) ?? 'self'
  if (who === 'other' && as === 'self') redirect(actingPage)
  if (!form || (who === 'other' && form.acting === 'self')) redirect(`${whatPageFor(as)}&problem=type`)
  const { type, acting, values, problems } = form
  const words = wordsOf(type, acting)
  const signal = acting === 'self' && type.about === 'me' && asksToOptOut((await headers()).get('sec-gpc'))
  return (
    <>
      <BackLink href={choicePage(type, acting)} />
      <ErrorSummary errors={problems} />
      <PageHeading kicker={words.publicTitle} title={titleOf(form)} />
      <form
        method="post"
        action="/request/details/save"
        noValidate
        className="flex flex-col items-stretch gap-7"
      >
        <Consequences title="Before you continue" sentences={words.destroys} />
        <input type="hidden" name="type" value={type.key} />
        {acting !== 'self' && <input type="hidden" name="actingAs" value={acting} />}
        <IntakeFields
          type={type}
          acting={acting}
          usual={await readSetting('usual-countries')}
          values={values}
          problems={problems}
        />
        {signal && <OptOutSignal type={type} kept={values[optOutField] === 'yes'} />}
        <p>
          <Button tone="primary">Continue</Button>
        </p>
      </form>
    </>
  )
}
