import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { type Query, single } from '@/app/query'
import { oneOf } from '@/components/public/intake/intake-fields'
import { RegionField } from '@/components/public/intake/region-field'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/form/choice-field'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { regionsWithLaws } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { regionGroups } from '@/lib/core/deadlines/region-names'
import { complaintProblems, complaintTopics, topicWords } from '@/lib/core/off-channel/complaint'
import { countryGroups } from '@/lib/core/request/countries'
import { readTypedComplaint } from '@/lib/door/intake/complaint'
import { readSetting } from '@/lib/store/settings/settings'
import { complaintSecret } from './complaint-cookie'

const nothingTyped = { email: '', about: '', words: '', country: '', region: '' }

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const wrong = single((await searchParams).problem) === 'wrong'
  return { title: `${wrong ? 'Error: ' : ''}Complain to us`, robots: { index: true, follow: true } }
}

/** A complaint about how we handle personal data, by anybody: no request is needed for it. */
export default async function ComplainPage({ searchParams }: { searchParams: Query }) {
  const problem = single((await searchParams).problem)
  const kept = await readTypedComplaint(await complaintSecret())
  const typed = kept ?? nothingTyped
  const regions = regionGroups(regionsWithLaws(laws))
  const errors = problem === 'wrong' ? complaintProblems(typed) : {}
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {problem === 'busy' && (
        <div className="mb-8">
          <Notice kind="warning" live title="Too much is coming from your network">
            <p>Nothing was sent. What you typed is below. Please try again in a few minutes.</p>
          </Notice>
        </div>
      )}
      <PageHeading
        title="Complain to us"
        lead="Are you unhappy with how we handle personal data? Tell us here. It is free, and you need no account."
      />
      <p className="mb-8 max-w-measure">
        If it is about a request that you made, you can also{' '}
        <a href="/my/link" className="link">
          open your request
        </a>{' '}
        and complain there. If you want a copy of your data, or to have it deleted,{' '}
        <a href="/request/new" className="link">
          make a privacy request
        </a>
        .
      </p>
      <form method="post" action="/complain/send" noValidate className="flex flex-col items-stretch gap-8">
        <input type="hidden" name="press" value={randomUUID()} />
        <TextField
          name="email"
          label="Your email address"
          hint="We send our answer to it."
          type="email"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          defaultValue={typed.email}
          error={errors.email}
          required
        />
        <RadioGroup
          name="about"
          label="What is it about?"
          required
          choices={complaintTopics.map(value => ({ value, label: topicWords[value] }))}
          defaultValue={typed.about}
          error={errors.about}
        />
        <TextArea
          name="words"
          label="What happened?"
          hint="Say what went wrong, and what you would like us to do. Give no passwords."
          rows={8}
          autoComplete="off"
          defaultValue={typed.words}
          error={errors.words}
          required
        />
        <Select
          name="country"
          label="Country where you live"
          hint="It tells us which privacy law protects you, by when we must answer, and who else can help you. If you don’t say, we use our own rule."
          autoComplete="country"
          empty="I’d rather not say"
          choices={countryGroups(await readSetting('usual-countries'))}
          defaultValue={typed.country}
          error={errors.country}
          required={false}
        />
        <RegionField
          name="region"
          label="State or province"
          lives="you live"
          groups={regions}
          where={oneOf(regions.map(group => group.country))}
          defaultValue={typed.region}
          {...(errors.region && { error: errors.region })}
          required={false}
        />
        <p className="max-w-measure text-ink-soft">
          Our privacy team reads it. You will have our answer within about a month; an email tells you the
          day.
        </p>
        <p>
          <Button tone="primary">Send my complaint</Button>
        </p>
      </form>
      {kept && (
        <form method="post" action="/complain/clear" className="mt-6">
          <Button tone="quiet" className="-ms-4">
            Clear what I typed
          </Button>
        </form>
      )}
    </>
  )
}
