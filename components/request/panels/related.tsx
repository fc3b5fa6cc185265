import Link from 'next/link'
import { DateText } from '@/components/ui/date-text'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { stateName } from '../labels/labels'
import { Panel } from './panel'

export interface LinkedRequest {
  reference: string
  words: string
}

interface RelatedProps {
  request: Pick<PrivacyRequest, 'type' | 'receivedAt'>
  /** Open requests for the same account or address, as far as this person may know of them. */
  siblings: PrivacyRequest['siblings']
  linked: readonly LinkedRequest[]
  now: Date
  timeZone: string
}

/** Open requests of the same kind for the same account or address, and those that were linked to this one. */
export function Related({ request, siblings, linked, now, timeZone }: RelatedProps) {
  const { type, receivedAt } = request
  return (
    <Panel id="related" title="Duplicates and linked requests">
      {siblings.length === 0 && linked.length === 0 && (
        <p className="text-ink-soft">No other request is about the same account or address.</p>
      )}
      <ul className="flex flex-col gap-1.5">
        {siblings.map(sibling => (
          <li key={sibling.id} className="flex flex-wrap gap-x-3">
            <Reference reference={sibling.reference} />
            <span>{stateName(sibling.state, type)}</span>
            {sibling.onHold && <span>on hold</span>}
            <span className="text-ink-soft">
              {sibling.receivedAt < receivedAt ? 'earlier, ' : 'later, '}
              <DateText at={sibling.receivedAt} now={now} timeZone={timeZone} />
            </span>
          </li>
        ))}
        {linked.map(link => (
          <li key={link.reference} className="flex flex-wrap gap-x-3">
            <Reference reference={link.reference} />
            <span className="text-ink-soft">{link.words}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Reference = ({ reference }: { reference: string }) => (
  <Link href={`/requests/${reference}/details`} prefetch={false} className="link font-medium tabular-nums">
    {reference}
  </Link>
)
