import { dueMark } from '@/components/ui/date-text'
import { zoneOf } from '@/lib/core/deadlines/days'
import { standsIn } from '@/lib/core/deadlines/law-basis'
import type { LawBasis, Outcome, State, WaitingOn } from '@/lib/core/request/request'
import type { RatingLevel } from '@/lib/core/risk/rating'
import { turnOf, typeTitle } from '../labels/labels'
import { QueueRows, type ShownRow } from './queue-rows'
import { stateMark } from './state-chip'

export interface QueueTableRow {
  id: string
  reference: string
  email: string | null
  type: string
  state: State
  outcome: Outcome | null
  onHold: boolean
  /** The person wrote something that nobody has read. */
  unread: boolean
  waitingOn: WaitingOn
  risk: RatingLevel | null
  assignee: string | null
  dueOn: Date
  /** The person's own, where known; due dates were counted in it. */
  timeZone: string | null
  lawBasis: LawBasis
  escalationAnsweredAt: Date | null
  /** Of an open appeal or complaint. */
  appealDueOn: Date | null
}

interface QueueTableProps {
  rows: readonly QueueTableRow[]
  /** Part of the request that a row opens. */
  tab: 'details' | 'status'
  /** Whether this role sees whom a request is about. */
  personal: boolean
  sort: 'ascending' | 'descending'
  now: Date
  timeZone: string
}

/** Incoming Requests: one row each, opened by its reference. */
export function QueueTable({ rows, tab, personal, sort, now, timeZone }: QueueTableProps) {
  const shown = rows.map((row): ShownRow => {
    const { reference, email, type, onHold, waitingOn, risk, assignee, dueOn, state, appealDueOn } = row
    return {
      reference,
      href: `/requests/${reference}/${tab}`,
      person: email,
      type: typeTitle(type),
      state: stateMark(row),
      onHold: onHold && state !== 'closed',
      privacyAnswered: row.escalationAnsweredAt !== null,
      lawStandsIn: standsIn(row.lawBasis) && state !== 'closed',
      unread: row.unread,
      turn: turnOf(waitingOn),
      risk,
      assignee,
      due: dueMark({
        // The earlier of the two; of a closed request only the appeal's counts.
        dueAt: appealDueOn && (state === 'closed' || appealDueOn < dueOn) ? appealDueOn : dueOn,
        now,
        timeZone: zoneOf(row, timeZone),
        closed: state === 'closed' && !appealDueOn,
      }),
    }
  })
  return <QueueRows rows={shown} personal={personal} sort={sort} />
}
