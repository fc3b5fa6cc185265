import type { Metadata } from 'next'
import { UsagePages } from '@/components/public/usage-pages'
import { daysFrom } from '@/components/ui/date-labels'
import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { retentionList } from '@/lib/door/usage/dictionary'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { readChanges } from '@/lib/store/usage/announcements'
import { keyVersions } from '@/lib/store/usage/keys'
import { limits, promises } from './promises'

export const metadata: Metadata = {
  title: 'Usage data: what we promise',
  description: 'What we learn from how our products are used, and how we keep from knowing who you are.',
  robots: { index: true, follow: true },
}

/** For how long a change is announced above the promises. */
const BANNER_DAYS = 30

/** What is promised about usage data, and how anybody can see that it is kept. */
export default async function UsageDataPage() {
  const [[newest], [key], ping] = await Promise.all([
    readChanges(1),
    keyVersions(),
    readSetting('service-ping'),
  ])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const isRecent = newest && -daysFrom(now, newest.at, timeZone) <= BANNER_DAYS
  return (
    <>
      <UsagePages current="/usage-data" />
      {isRecent && (
        <div className="mb-8">
          <Notice title="Something has changed">
            <p>
              <DateText at={newest.at} now={now} timeZone={timeZone} as="day" />:{' '}
              <a href={`/usage-data/changes#${newest.id}`} className="link">
                {newest.title}
              </a>
            </p>
          </Notice>
        </div>
      )}
      <PageHeading
        title="Usage data: what we promise"
        lead="We learn from how our products are used, without knowing who you are. These are our promises, and how you can see that we keep them."
      />
      <ol className="border-t border-line">
        {promises.map(({ title, about, proof }, at) => (
          <li key={title} className="border-b border-line py-5">
            <h2 className="text-lg">
              {at + 1}. {title}
            </h2>
            <p className="mt-1 max-w-measure">{about}</p>
            <p className="mt-2 max-w-measure text-ink-soft">
              <strong className="font-semibold text-ink">How you can see it: </strong>
              {proof}
            </p>
          </li>
        ))}
      </ol>

      <section aria-labelledby="limits" className="mt-12">
        <h2 id="limits" className="text-xl">
          What this can’t do
        </h2>
        <ul className="mt-4 flex max-w-measure list-disc flex-col gap-3 ps-6">
          {limits.map(limit => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="choices" className="mt-12">
        <h2 id="choices" className="text-xl">
          What you can do
        </h2>
        <p className="mt-4 max-w-measure">
          Switch on <em>Global Privacy Control</em> or <em>Do Not Track</em> in your browser: then nothing
          about your visits is stored. When you{' '}
          <a href="/request/new" className="link">
            have your account deleted
          </a>
          , the events under its codes are deleted with it.
        </p>
      </section>

      <section aria-labelledby="kept" className="mt-12">
        <h2 id="kept" className="text-xl">
          How long it is kept
        </h2>
        <dl className="mt-4 border-t border-line">
          {retentionList().map(({ months, actions }) => (
            <div key={months} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
              <dt className="font-semibold">{months === 1 ? '1 month' : `${months} months`}</dt>
              <dd className="min-w-0 break-words">{actions.join(', ')}</dd>
            </div>
          ))}
          <div className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
            <dt className="font-semibold">1 month</dt>
            <dd>What was refused, pseudonymised like everything else, with the reason</dd>
          </div>
        </dl>
        <p className="mt-3 max-w-measure text-ink-soft">
          Then whole months leave at once. Sums that count nobody by a code stay.
        </p>
      </section>

      <section aria-labelledby="now" className="mt-12">
        <h2 id="now" className="text-xl">
          In force now
        </h2>
        <dl className="mt-4 border-t border-line">
          <div className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
            <dt className="font-semibold">Key for codes</dt>
            <dd>
              {key ? (
                <>
                  Version {key.version}, since{' '}
                  <DateText at={key.since} now={now} timeZone={timeZone} as="day" />
                </>
              ) : (
                'None yet: nothing is collected.'
              )}
            </dd>
          </div>
          <div className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
            <dt className="font-semibold">Weekly counts</dt>
            <dd>
              {ping.on && ping.address
                ? `Sent to ${new URL(ping.address).host}`
                : 'They stay here; nobody else gets them.'}
            </dd>
          </div>
        </dl>
      </section>
    </>
  )
}
