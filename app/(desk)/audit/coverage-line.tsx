import { DateText } from '@/components/ui/date-text'
import type { AuditCoverage } from '@/lib/store/audit/audit-coverage'

/** How far checkpoints cover the log, in one line. */
export function CoverageLine({ number, at, uncovered, now, timeZone }: AuditCoverage & { timeZone: string }) {
  if (number === null || !at)
    return <p className="mb-4 text-sm text-ink-soft">No checkpoint covers this log yet.</p>
  return (
    <p className="mb-4 text-sm text-ink-soft">
      Signed by {number === 1 ? 'one checkpoint' : `${number} checkpoints`}, the newest{' '}
      <DateText at={at} now={now} timeZone={timeZone} />.{' '}
      {uncovered > 0 &&
        (uncovered === 1 ? 'One line waits for the next.' : `${uncovered} lines wait for the next.`)}
    </p>
  )
}
