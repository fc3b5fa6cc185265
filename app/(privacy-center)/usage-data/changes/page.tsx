import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { type Query, single } from '@/app/query'
import { ChangeKind, ChangeText } from '@/components/public/change-kind'
import { ClearButton } from '@/components/public/clear-button'
import { UsagePages } from '@/components/public/usage-pages'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { readTyped } from '@/lib/door/intake/typed-form'
import { CONFIRM_DAYS } from '@/lib/door/usage/subscribe'
import { env } from '@/lib/env'
import { readChanges } from '@/lib/store/usage/announcements'
import { newsCookie } from '../news-cookie'

const wrongAddress = 'Enter one email address, like name@example.com.'
const MOST_SHOWN = 200

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const wrong = single((await searchParams).asked) === 'address'
  return {
    title: `${wrong ? 'Error: ' : ''}Changes of usage data`,
    robots: { index: true, follow: true },
    alternates: { types: { 'application/atom+xml': '/usage-data/changes.atom' } },
  }
}

/** What people were told about usage data, the newest first, and how to be told from now on. */
export default async function ChangesPage({ searchParams }: { searchParams: Query }) {
  const asked = single((await searchParams).asked)
  const typed = await readTyped(newsCookie.secretIn(await headers()))
  const entries = await readChanges(MOST_SHOWN)
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <>
      <UsagePages current="/usage-data/changes" />
      {asked === 'address' && <ErrorSummary errors={[{ field: 'email', message: wrongAddress }]} />}
      <PageHeading
        title="Changes of usage data"
        lead={
          <>
            Nothing is collected before it is listed here. The newest is first.{' '}
            <a href="#subscribe" className="link">
              Be told of changes
            </a>
          </>
        }
      />
      {entries.length === 0 && (
        <EmptyState icon="scroll-text" title="Nothing yet">
          Nothing is collected yet, either.
        </EmptyState>
      )}
      {entries.map(entry => (
        <article key={entry.id} id={entry.id} className="scroll-mt-4 border-t border-line py-6">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
            <DateText at={entry.at} now={now} timeZone={timeZone} as="exact" />
            <ChangeKind kind={entry.kind} />
          </p>
          <h2 className="mt-1 text-lg">{entry.title}</h2>
          <ChangeText text={entry.body} />
        </article>
      ))}
      <section
        id="subscribe"
        aria-labelledby="subscribe-title"
        className="mt-8 scroll-mt-4 border-t border-line pt-8"
      >
        <h2 id="subscribe-title" className="text-xl">
          Be told of changes
        </h2>
        {asked === 'sent' && (
          <div className="mt-4">
            <Notice kind="success" live title="Check your email">
              <p>
                If this address isn’t subscribed yet, we email a link to it. Open it within {CONFIRM_DAYS}{' '}
                days to confirm. An address gets this email at most three times an hour; each has the same
                link. It gets none for 7 days after its owner chose “I didn’t ask for this” in one of our
                emails about a request.
              </p>
            </Notice>
          </div>
        )}
        {asked === 'busy' && (
          <div className="mt-4">
            <Notice kind="warning" live title="Too much is coming from your network">
              <p>
                Nothing was sent. What you typed is below. Please try again in a few minutes, or tomorrow if
                many have asked from your network today.
              </p>
            </Notice>
          </div>
        )}
        <p className="mt-4 max-w-measure">
          Follow{' '}
          <a href="/usage-data/changes.atom" className="link" type="application/atom+xml">
            the feed
          </a>{' '}
          with any feed reader, or leave your email address. We use it for this alone, and every email has a
          link to end it.
        </p>
        <form
          method="post"
          action="/usage-data/subscribe"
          noValidate
          className="mt-6 flex flex-col items-stretch gap-6"
        >
          <TextField
            name="email"
            label="Email address"
            type="email"
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
            defaultValue={typed?.email}
            required
            {...(asked === 'address' && { error: wrongAddress })}
          />
          <p className="flex flex-wrap items-center gap-2">
            <Button>Email me when something changes</Button>
            {typed && <ClearButton />}
          </p>
        </form>
      </section>
    </>
  )
}
