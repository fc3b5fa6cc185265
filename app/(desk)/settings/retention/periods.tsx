import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { RetentionDays } from '@/lib/core/settings/retention'
import type { Outlook } from '@/lib/store/retention/retention-outlook'
import { classes, days } from './copy'

interface PeriodsProps {
  kept: RetentionDays
  outlook: Outlook
  now: Date
  timeZone: string
}

/** Each period, what it means, and what it takes away next. */
export function Periods({ kept, outlook, now, timeZone }: PeriodsProps) {
  return (
    <Table
      caption="Periods and what leaves next"
      focusable
      head={
        <>
          <Th>What</Th>
          <Th>Kept for</Th>
          <Th>What it means</Th>
          <Th>Leaves within 7 days</Th>
          <Th>Next on</Th>
        </>
      }
    >
      {classes.map(({ key, label, means, counted }) => (
        <Tr key={key}>
          <Th scope="row" className="align-top">
            {label}
          </Th>
          <Td className="align-top whitespace-nowrap tabular-nums">{days(kept[key])}</Td>
          <Td sentences className="max-w-measure align-top text-ink-soft">
            {means}
          </Td>
          <Td className="align-top">
            {outlook[key].week > 0 ? (
              counted(outlook[key].week)
            ) : (
              <span className="text-ink-faint">Nothing</span>
            )}
          </Td>
          <Td className="align-top">
            {outlook[key].next ? (
              <DateText at={outlook[key].next} now={now} timeZone={timeZone} as="exact" />
            ) : (
              <span className="text-ink-faint">–</span>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
