'use client'

import Link from 'next/link'
import { Chip, type Mark } from '@/components/ui/chip'
import { PersonMask } from '@/components/ui/person-mask'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { RatingLevel } from '@/lib/core/risk/rating'
import { RiskMark } from './risk-mark'

/** A request in the words of the queue. */
export interface ShownRow {
  reference: string
  href: string
  person: string | null
  type: string
  state: Mark
  onHold: boolean
  /** Privacy answered a question that nobody has read yet. */
  privacyAnswered: boolean
  /** No law of the person's place is known. */
  lawStandsIn: boolean
  unread: boolean
  turn: string
  risk: RatingLevel | null
  assignee: string | null
  /** `title` is the exact time for people, `at` for machines. */
  due: Mark & { title: string; at: string }
}

interface QueueRowsProps {
  rows: readonly ShownRow[]
  personal: boolean
  sort: 'ascending' | 'descending'
}

/**
 * The rows of Incoming Requests. Nothing here runs in the browser; it is a client component because the server sends the
 * whole tree of a server component a second time, as data, which made up most of the page and of the time it took.
 */
export function QueueRows({ rows, personal, sort }: QueueRowsProps) {
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
        <Row key={row.reference} row={row} personal={personal} />
      ))}
    </Table>
  )
}

function Row({ row, personal }: { row: ShownRow; personal: boolean }) {
  const {
    reference,
    href,
    person,
    type,
    state,
    onHold,
    privacyAnswered,
    lawStandsIn,
    unread,
    turn,
    risk,
    assignee,
    due,
  } = row
  return (
    <Tr>
      <Th scope="row" className="whitespace-nowrap">
        <Link
          href={href}
          prefetch={false}
          data-row-link=""
          className="link font-medium tabular-nums after:absolute after:inset-0"
        >
          {reference}
        </Link>
      </Th>
      {personal && <Td className="max-w-48">{person && <PersonMask value={person} />}</Td>}
      <Td className="max-w-32 truncate" title={type}>
        {type}
      </Td>
      <Td className="whitespace-nowrap">
        <span className="inline-flex flex-wrap gap-1">
          <Chip meaning={state.meaning} icon={state.icon}>
            {state.words}
          </Chip>
          {onHold && <Chip meaning="hold">On hold</Chip>}
          {privacyAnswered && (
            <Chip meaning="soon" icon="mail">
              Privacy answered
            </Chip>
          )}
          {lawStandsIn && (
            <Chip meaning="soon" icon="triangle-alert">
              Law not known
            </Chip>
          )}
          {unread && (
            <Chip meaning="soon" icon="mail">
              New message
            </Chip>
          )}
        </span>
      </Td>
      <Td className="whitespace-nowrap">{turn}</Td>
      <Td className="whitespace-nowrap">
        <RiskMark rating={risk} />
      </Td>
      <Td className="max-w-28 truncate">
        {assignee ? <bdi>{assignee}</bdi> : <span className="text-ink-faint">Nobody</span>}
      </Td>
      <Td className="whitespace-nowrap">
        <Chip meaning={due.meaning} icon={due.icon} title={due.title}>
          <time dir="auto" dateTime={due.at}>
            {due.words}
          </time>
        </Chip>
      </Td>
    </Tr>
  )
}
