import Link from 'next/link'
import { StateChip } from '@/components/request/queue/state-chip'
import { DateText, DueChip } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { zoneOf } from '@/lib/core/deadlines/days'
import type { State } from '@/lib/core/request/request'

export interface TaskTableRow {
  id: string
  name: string
  reference: string
  type: string
  state: State
  onHold: boolean
  assignee: string | null
  openedAt: Date
  dueOn: Date
  /** The person's own, where known; the due date was counted in it. */
  timeZone: string | null
  stepsDone: number
  steps: number
}

interface TaskTableProps {
  caption: string
  rows: readonly TaskTableRow[]
  now: Date
  timeZone: string
}

/** Open tasks, one row each, opened on its request's Status. */
export function TaskTable({ caption, rows, now, timeZone }: TaskTableProps) {
  return (
    <Table
      caption={caption}
      head={
        <>
          <Th>Task</Th>
          <Th>Request</Th>
          <Th>State</Th>
          <Th>Steps</Th>
          <Th>Who</Th>
          <Th>Opened</Th>
          <Th sort="ascending">Due</Th>
        </>
      }
    >
      {rows.map(row => (
        <Tr key={row.id}>
          <Th scope="row" className="whitespace-nowrap">
            <Link
              href={`/requests/${row.reference}/status#task-${row.id}`}
              prefetch={false}
              data-row-link=""
              className="link font-medium after:absolute after:inset-0"
            >
              {row.name}
            </Link>
          </Th>
          <Td className="whitespace-nowrap tabular-nums">{row.reference}</Td>
          <Td>
            <StateChip state={row.state} type={row.type} outcome={null} onHold={row.onHold} />
          </Td>
          <Td className="tabular-nums">{row.steps > 0 ? `${row.stepsDone} of ${row.steps}` : '–'}</Td>
          <Td>{row.assignee ? <bdi>{row.assignee}</bdi> : <span className="text-ink-faint">Nobody</span>}</Td>
          <Td className="whitespace-nowrap">
            <DateText at={row.openedAt} now={now} timeZone={timeZone} />
          </Td>
          <Td className="whitespace-nowrap">
            <DueChip dueAt={row.dueOn} now={now} timeZone={zoneOf(row, timeZone)} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
