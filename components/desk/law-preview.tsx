import Link from 'next/link'
import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { zoneOf } from '@/lib/core/deadlines/days'
import type { ClockChange, Touched } from '@/lib/core/deadlines/law-change'

interface LawPreviewProps {
  changes: readonly ClockChange[]
  open: number
  lookedAt: number
  touched: readonly Touched[]
  now: Date
  timeZone: string
}

/** So many requests are listed; the rest are counted. */
const LISTED = 20

/** What a change of clocks does: old and new side by side, and the open requests that it would concern. */
export function LawPreview({ changes, open, lookedAt, touched, now, timeZone }: LawPreviewProps) {
  const day = (at: Date, { timeZone: theirs }: Touched) => (
    <DateText at={at} now={now} timeZone={zoneOf({ timeZone: theirs }, timeZone)} as="exact" />
  )
  return (
    <div className="flex flex-col gap-3">
      {changes.length === 0 ? (
        <p>The clocks stay the same.</p>
      ) : (
        <Table
          caption="What changes"
          head={
            <>
              <Th>For</Th>
              <Th>Now</Th>
              <Th>Then</Th>
            </>
          }
        >
          {changes.map(({ actions, from, to }) => (
            <Tr key={`${from} ${to}`}>
              <Th scope="row" className="first-letter:uppercase">
                {actions}
              </Th>
              <Td sentences>{from}</Td>
              <Td sentences>{to}</Td>
            </Tr>
          ))}
        </Table>
      )}
      <p className="max-w-measure">{openWords(open, lookedAt, touched.length)}</p>
      {touched.length > 0 && (
        <Table
          caption="Open requests that would be due on another day"
          head={
            <>
              <Th>Request</Th>
              <Th>Due now</Th>
              <Th>Counted anew</Th>
            </>
          }
        >
          {touched.slice(0, LISTED).map(request => (
            <Tr key={request.reference}>
              <Th scope="row">
                <Link href={`/requests/${request.reference}/details`} prefetch={false} className="link">
                  {request.reference}
                </Link>
              </Th>
              <Td>{day(request.dueOn, request)}</Td>
              <Td>{day(request.wouldBeDue, request)}</Td>
            </Tr>
          ))}
        </Table>
      )}
      {touched.length > LISTED && <p>And {touched.length - LISTED} more.</p>}
    </div>
  )
}

/** What becomes of open requests, in words. */
export function openWords(open: number, lookedAt: number, touched: number): string {
  if (open === 0) return 'No open request is counted by this.'
  const many = open === 1 ? '1 open request is' : `${open} open requests are`
  const looked = lookedAt < open ? ` Of the first ${lookedAt} by due date,` : ''
  const moved = touched === 1 ? '1 would be due on another day' : `${touched} would be due on another day`
  return `${many} counted by this, and keep the due date.${looked} ${moved} if counted anew, as when somebody corrects where the person lives.`
}
