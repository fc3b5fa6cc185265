import Link from 'next/link'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { earlierRequests, openRelated, type RelatedRequest } from '@/lib/core/request/related'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { outcomeMeaning, outcomeName, stateName, typeTitle } from '../labels/labels'
import { Panel } from './panel'

export interface LinkedRequest {
  reference: string
  words: string
}

interface RelatedProps {
  request: Pick<PrivacyRequest, 'receivedAt'>
  /** Requests about the same account or address, as far as this person may know of them. */
  related: PrivacyRequest['related']
  linked: readonly LinkedRequest[]
  now: Date
  timeZone: string
}

/** Other requests about the same account or address, the open ones and those that have ended, and those linked to this one. */
export function Related({ request, related, linked, now, timeZone }: RelatedProps) {
  const open = openRelated({ related })
  const earlier = earlierRequests({ related })
  return (
    <Panel id="related" title="Other requests for this account">
      {open.length === 0 ? (
        <p className="text-ink-soft">No other open request is about the same account or address.</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {open.map(other => (
            <Other key={other.id} other={other}>
              <span>{stateName(other.state, other.type)}</span>
              {other.onHold && <Chip meaning="hold">On hold</Chip>}
              <span className="text-ink-soft">
                {other.receivedAt < request.receivedAt ? 'earlier, ' : 'later, '}
                <DateText at={other.receivedAt} now={now} timeZone={timeZone} />
              </span>
            </Other>
          ))}
        </ul>
      )}
      <h3 className="mt-4 mb-1.5 font-semibold">Closed requests</h3>
      {earlier.length === 0 ? (
        <p className="text-ink-soft">None that we still know of.</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {earlier.map(other => (
            <Other key={other.id} other={other}>
              {other.outcome && (
                <Chip meaning={outcomeMeaning(other.outcome)}>{outcomeName(other.outcome)}</Chip>
              )}
              {other.closedAt && (
                <span className="text-ink-soft">
                  closed <DateText at={other.closedAt} now={now} timeZone={timeZone} />
                </span>
              )}
            </Other>
          ))}
        </ul>
      )}
      {linked.length > 0 && (
        <>
          <h3 className="mt-4 mb-1.5 font-semibold">Linked requests</h3>
          <ul className="flex flex-col gap-1.5">
            {linked.map(link => (
              <li key={link.reference} className="flex flex-wrap gap-x-3">
                <Reference reference={link.reference} />
                <span className="text-ink-soft">{link.words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function Other({ other, children }: { other: RelatedRequest; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Reference reference={other.reference} />
      <span>{typeTitle(other.type)}</span>
      {children}
      {!other.sameRequester && (
        <Chip meaning="soon" icon="user">
          Somebody else asked
        </Chip>
      )}
    </li>
  )
}

const Reference = ({ reference }: { reference: string }) => (
  <Link href={`/requests/${reference}/details`} prefetch={false} className="link font-medium tabular-nums">
    {reference}
  </Link>
)
