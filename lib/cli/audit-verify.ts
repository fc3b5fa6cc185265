import { systemActor } from '@/lib/core/people/make-actor'
import { acceptRestore } from '@/lib/door/run/accept-restore'
import { env } from '@/lib/env'
import { type AuditReport, verifyAudit } from '@/lib/store/audit/audit-verify'
import { forHowLong } from '@/lib/store/audit/time-words'
import type { Terminal } from './subcommand'

const USAGE = 'Usage: audit verify [--accept-restore]'
const day = (at: Date) => (Number.isNaN(at.getTime()) ? 'no day' : at.toISOString().slice(0, 10))

/** How much of the log is proved, and by what. */
function coverage({ keyed, unkeyed, checkpoints, newest, uncovered, accepted, now }: AuditReport): string[] {
  const since = (at: Date) => forHowLong(now.getTime() - at.getTime())
  return [
    `${keyed} rows carry a code of this key.`,
    ...(unkeyed
      ? [
          `${unkeyed.rows} rows from before, of ${day(unkeyed.from)} to ${day(unkeyed.to)}, are chained only: without a code.`,
        ]
      : []),
    newest
      ? `The newest of ${checkpoints} checkpoints, number ${newest.number}, is ${since(new Date(newest.at))} old.`
      : 'There is no checkpoint.',
    uncovered.oldest
      ? `${uncovered.rows} rows are covered by no checkpoint yet, the oldest for ${since(uncovered.oldest)}.`
      : 'Every row is covered by a checkpoint.',
    ...(accepted > 0
      ? [`${accepted} times a restore was accepted; checkpoints from before are left aside.`]
      : []),
  ]
}

/**
 * `audit verify`: reads the whole audit log against its chains, codes and checkpoints, and prints each fault and how much is
 * covered; 1 when there is any fault. With `--accept-restore` it first records that checkpoints don't fit because of a restore.
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  if (args.some(word => word !== '--accept-restore')) {
    terminal.err(USAGE)
    return 2
  }
  if (args.length > 0) {
    const ended = await acceptRestore(systemActor(), env())
    if (ended === 'sound') terminal.out('The checkpoints fit the log: there is no restore to accept.')
    if (ended === 'accepted')
      terminal.out('The restore is an entry of the log, and checkpoints continue from here.')
    if (ended === 'locked') {
      terminal.err(
        'Another session holds a lock of the audit log, so that no checkpoint can be written; see docs/audit.md.',
      )
      return 1
    }
  }
  const report = await verifyAudit(env())
  const { rows, chains, checkpoints, faults, faultCount, warnings } = report
  for (const { where, what } of faults) terminal.out(`FAULT ${where}: ${what}`)
  if (faultCount > faults.length) terminal.out(`FAULT and ${faultCount - faults.length} more`)
  for (const { where, what } of warnings) terminal.out(`WARN  ${where}: ${what}`)
  for (const line of coverage(report)) terminal.out(line)
  terminal.out(`${rows} rows in ${chains} chains, ${checkpoints} signed checkpoints, ${faultCount} faults`)
  return faultCount === 0 ? 0 : 1
}
