import Link from 'next/link'
import { DueChip } from '@/components/ui/date-text'
import { Icon } from '@/components/ui/icon'
import { PersonMask } from '@/components/ui/person-mask'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Outcome, State } from '@/lib/core/request'
import type { RatingLevel } from '@/lib/core/risk/rating'
import type { WaitingOn } from '@/lib/core/waiting-on'
import { RiskMark } from './risk-mark'
import { StateChip } from './state-chip'
import { turnOf, typeTitle } from './words'

export interface QueueTableRow {
  id: string
  reference: string
  email: string | null
  type: string
  state: State
  outcome: Outcome | null
  onHold: boolean
  waitingOn: WaitingOn
  risk: RatingLevel | null
  assignee: string | null
  dueOn: Date
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
  return (
    <Table
      caption="Incoming Requests"
      head={
        <>
          <Th>Reference</Th>
          {personal && <Th>Person</Th>}
          <Th>Type</Th>
          <Th>State</Th>
          <Th>Whose turn</Th>
          <Th>Risk</Th>
          <Th>Assignee</Th>
          <Th sort={sort}>Due</Th>
        </>
      }
    >
      {rows.map(row => (
        <Tr key={row.id}>
          <Th scope="row" className="whitespace-nowrap">
            <Link
              href={`/requests/${row.reference}/${tab}`}
              prefetch={false}
              data-row-link=""
              className="link font-medium tabular-nums after:absolute after:inset-0"
            >
              {row.reference}
            </Link>
          </Th>
          {personal && <Td className="max-w-64">{row.email && <PersonMask value={row.email} />}</Td>}
          <Td className="whitespace-nowrap">{typeTitle(row.type)}</Td>
          <Td className="whitespace-nowrap">
            <StateChip {...row} />
          </Td>
          <Td className="whitespace-nowrap">
            <Turn waitingOn={row.waitingOn} />
          </Td>
          <Td className="whitespace-nowrap">
            <RiskMark rating={row.risk} />
          </Td>
          <Td className="max-w-40 truncate">
            {row.assignee ? <bdi>{row.assignee}</bdi> : <span className="text-ink-faint">Nobody</span>}
          </Td>
          <Td className="whitespace-nowrap">
            <DueChip dueAt={row.dueOn} now={now} timeZone={timeZone} closed={row.state === 'closed'} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function Turn({ waitingOn }: { waitingOn: WaitingOn }) {
  const { words, icon } = turnOf(waitingOn)
  return (
    <span className="inline-flex items-center gap-1.5">
      {icon && <Icon name={icon} className="size-[1.1em] text-ink-soft" />}
      {words}
    </span>
  )
}
