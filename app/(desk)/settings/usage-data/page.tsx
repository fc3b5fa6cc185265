import type { Metadata } from 'next'
import Link from 'next/link'
import { counted } from '@/components/request/labels/labels'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { waitingToShow } from '@/lib/door/usage/announce'
import { retentionList } from '@/lib/door/usage/dictionary'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { keyVersions } from '@/lib/store/usage/keys'
import { rejectedByReason } from '@/lib/store/usage/rejected-counts'
import { countSubscribers } from '@/lib/store/usage/subscribers'
import { SettingsFrame } from '../settings-frame'
import { Keys } from './keys'
import { MinimumGroup } from './minimum-group'
import { WaitingChanges } from './waiting-changes'

export const metadata: Metadata = { title: 'Usage data' }

const DAYS = 7

const reasons: Readonly<Record<string, string>> = {
  'not-announced': 'People weren’t told of it yet',
  'unknown-event': 'No definition fits',
  'ill-shaped': 'Not as the protocol says',
  malformed: 'What came was not JSON as trackers send it',
  'unknown-schema': 'A kind of payload that isn’t known',
  'too-large': 'More bytes at once than a tracker sends',
  'too-many': 'More events at once than a tracker sends',
  'over-limit': 'Too much at once; trackers try again',
}

/** What waits to be announced, the key, what was refused, and for how long events are kept. */
export default async function UsageDataPage() {
  const { actor } = await requireStaff('/settings/usage-data', 'see-usage-settings')
  const mayAnnounce = can(actor.role, 'announce-usage')
  const [waiting, versions, rejected, subscribers, minimum] = await Promise.all([
    waitingToShow(),
    keyVersions(),
    rejectedByReason(DAYS),
    countSubscribers(),
    readSetting('minimum-group'),
  ])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title="Usage data"
      lead="Nothing is collected before people were told of it as it is."
    >
      <p className="mb-4">
        {subscribers === 0
          ? 'Nobody has subscribed to changes by email yet.'
          : `${counted(subscribers, 'address is', 'addresses are')} mailed when something changes.`}{' '}
        <Link href="/usage-data" prefetch={false} className="link">
          See the public page
        </Link>
      </p>
      <h2 className="mb-2 text-lg">Waits to be announced</h2>
      <WaitingChanges waiting={waiting} mayAnnounce={mayAnnounce} />
      <h2 className="mt-8 mb-2 text-lg">Key</h2>
      <Keys versions={versions} mayRotate={mayAnnounce} now={now} timeZone={timeZone} />
      <h2 className="mt-8 mb-2 text-lg">Small groups</h2>
      <MinimumGroup minimum={minimum} mayChange={mayAnnounce} />
      <h2 className="mt-8 mb-2 text-lg">Refused in the last {DAYS} days</h2>
      {rejected.length === 0 ? (
        <p className="text-ink-soft">Nothing was refused.</p>
      ) : (
        <div className="max-w-measure">
          <Table
            caption={`Refused in the last ${DAYS} days`}
            focusable
            head={
              <>
                <Th>Reason</Th>
                <Th numeric>Events</Th>
              </>
            }
          >
            {rejected.map(({ reason, count }) => (
              <Tr key={reason}>
                <Td>{reasons[reason] ?? reason}</Td>
                <Td numeric>{count.toLocaleString('en-GB')}</Td>
              </Tr>
            ))}
          </Table>
        </div>
      )}
      <h2 className="mt-8 mb-2 text-lg">Kept for</h2>
      <dl className="max-w-measure border-t border-line">
        {retentionList().map(({ months, actions }) => (
          <div key={months} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[8rem_1fr]">
            <dt className="text-ink-soft">{counted(months, 'month', 'months')}</dt>
            <dd className="min-w-0 break-words">{actions.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </SettingsFrame>
  )
}
