import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { endsTooLate } from '@/lib/core/derived/ends-too-late'
import { openHolds, openWindows } from '@/lib/core/request/current'
import type { Hold } from '@/lib/core/request/hold'
import { isPaused } from '@/lib/core/request/paused-windows'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { ResponseWindow } from '@/lib/core/request/response-window'
import { sentence } from '../labels/labels'
import { Panel } from './panel'

const windows: Record<ResponseWindow['reason'], string> = {
  confirmation: 'The requester can confirm the mailbox',
  verification: 'The requester can answer the questions',
  'owner-consent': 'The requester can say whether we should ask their administrator',
  'owner-decision': 'The organisation’s owner can decide',
  documents: 'The requester can send the documents',
  'self-serve': 'The requester can ask for help with the export',
  clarification: 'The requester can say what they mean',
  'subject-confirmation': 'The person can confirm that the requester may act for them',
}

const holds: Record<Hold['reason'], string> = {
  subscription: 'A subscription is still running',
  'subscription-renewed': 'The subscription was renewed; Privacy decides',
  'account-changed': 'The account is not what it was when it was checked; Privacy decides',
  authority: 'Privacy validates the authority of the person who asks',
  objection: 'Somebody who reads the account’s own mailbox objected; Privacy decides',
  other: 'Held by a person',
}

const untilWhen: Partial<Record<Hold['reason'], string>> = { authority: 'until it is validated' }

/** Open windows and holds, each with its end. */
export function WindowsPanel({
  request,
  personal,
  now,
  timeZone,
}: {
  request: PrivacyRequest
  /** Whether this role sees what people wrote. */
  personal: boolean
  now: Date
  timeZone: string
}) {
  const [waiting, held] = [openWindows(request), openHolds(request)]
  if (waiting.length === 0 && held.length === 0) return null
  const end = (at: Date) => (
    <>
      until <DateText at={at} now={now} timeZone={timeZone} as="exact" />
    </>
  )
  return (
    <Panel id="waits" title="Open windows and holds">
      <ul className="flex flex-col gap-2">
        {held.map(hold => (
          <li key={hold.id} className="rounded-md border border-hold-line bg-hold-soft px-3 py-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Chip meaning="hold">On hold</Chip>
              <span className="font-medium">{holds[hold.reason]}</span>
              <span>
                {hold.until ? end(hold.until) : (untilWhen[hold.reason] ?? 'until Privacy releases it')}
              </span>
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              Placed by {sentence(hold.placedBy).toLowerCase()},{' '}
              <DateText at={hold.placedAt} now={now} timeZone={timeZone} />
              {personal && hold.note && (
                <>
                  : <bdi className="text-ink">{hold.note}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
        {waiting.map(window => (
          <li
            key={window.id}
            className="flex flex-wrap items-center gap-x-3 rounded-md border border-line bg-surface px-3 py-2"
          >
            <Chip icon="hourglass">{window.days} days</Chip>
            <span className="font-medium">{windows[window.reason]}</span>
            <span>{end(window.endsAt)}</span>
            {endsTooLate(request, window) && (
              <Chip icon="triangle-alert" meaning="soon">
                Ends on or after the due date
              </Chip>
            )}
            {isPaused(request, window.reason) && (
              <span className="text-sm text-ink-soft">It doesn’t run out while on hold.</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
