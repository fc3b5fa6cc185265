import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/form/choice-field'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { Notice } from '@/components/ui/notice'
import { whoChoices } from '@/lib/core/intake/intake-form'
import { only, type WithQuery } from '../steps'

const choices = [
  { value: 'me', label: 'Me' },
  { value: 'deceased', label: 'Someone who has died' },
  {
    value: 'other',
    label: 'Somebody else',
    hint: 'For example your child, or somebody who has asked you to.',
  },
]
const unchosen = 'Choose who this is about.'

export async function generateMetadata({ searchParams }: WithQuery): Promise<Metadata> {
  const failed = (await only(searchParams, 'problem')) === 'who'
  return { title: `${failed ? 'Error: ' : ''}Who is this about?` }
}

/** First question of the form. */
export default async function WhoPage({ searchParams }: WithQuery) {
  const problem = await only(searchParams, 'problem')
  const error = problem === 'who' ? unchosen : undefined
  const who = await only(searchParams, 'who')
  // Who comes back to change an answer keeps the others; who starts finds an empty form.
  const form = who
    ? ({ method: 'get', action: '/request/what' } as const)
    : ({ method: 'post', action: '/request/start' } as const)
  return (
    <>
      {error && <ErrorSummary errors={[{ field: 'who', message: error }]} />}
      {problem === 'lost' && (
        <div className="mb-8">
          <Notice kind="warning" live title="We no longer have your answers">
            <p>
              We keep them for two hours, until you close the browser, with the help of a cookie. Please start
              again. If this happens again, allow cookies for this site.
            </p>
          </Notice>
        </div>
      )}
      {(await only(searchParams, 'cleared')) && (
        <div className="mb-8">
          <Notice kind="success" live title="Your answers are cleared">
            <p>Nothing of what you typed is left here. A request that you have sent stays.</p>
          </Notice>
        </div>
      )}
      <form {...form} noValidate className="flex flex-col gap-8">
        <RadioGroup
          asHeading
          required
          name="who"
          label="Who is this about?"
          choices={choices}
          error={error}
          defaultValue={whoChoices.find(choice => choice === who)}
        />
        <p>
          <Button tone="primary">Continue</Button>
        </p>
      </form>
    </>
  )
}
