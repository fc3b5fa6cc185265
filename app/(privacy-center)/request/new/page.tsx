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
  { value: 'other', label: 'Somebody else' },
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
  return (
    <>
      {error && <ErrorSummary errors={[{ field: 'who', message: error }]} />}
      {problem === 'lost' && (
        <div className="mb-8">
          <Notice kind="warning" live title="We no longer have your answers">
            <p>
              We keep them for a day, with the help of a cookie. Please start again; if it happens again,
              allow cookies for this site.
            </p>
          </Notice>
        </div>
      )}
      <form method="get" action="/request/what" noValidate className="flex flex-col gap-8">
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
