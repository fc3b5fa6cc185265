import { env } from '@/lib/env'
import { type AuditHealth, auditHealth } from '@/lib/store/audit/audit-health'
import { forHowLong } from '@/lib/store/audit/time-words'
import { type Finding, fine, trouble } from './finding'

const places: Readonly<Record<Exclude<AuditHealth['places'], 'agree'>, string>> = {
  'no file': 'the checkpoint file is missing',
  'file behind': 'the checkpoint file is older than the database',
  'database behind': 'the database is older than the checkpoint file',
  forged: 'the newest checkpoint in the database was not signed with this HABEAS_KEY',
}

function covered({ number, at, oldest, uncovered, isStale, holder, now }: AuditHealth): Finding {
  const since = (then: Date) => forHowLong(now.getTime() - then.getTime())
  if (isStale && oldest) {
    const held = holder ? `; session ${holder.pid} (${holder.application}) holds a lock` : ''
    return trouble(
      `the audit log has waited for a checkpoint for ${since(oldest)}, ${uncovered} rows by now${held}`,
    )
  }
  const newest =
    number !== null && at
      ? `the newest checkpoint, number ${number}, is ${since(at)} old`
      : 'there is no checkpoint yet'
  return fine(`${newest}; ${uncovered} rows wait for the next`)
}

/** Whether checkpoints are written, and rows carry codes: a quick look, of which `audit verify` is the whole. */
export async function audit(): Promise<Finding[]> {
  const health = await auditHealth(env())
  return [
    covered(health),
    health.canBeWritten
      ? fine('the checkpoint file can be written')
      : trouble(`the checkpoint file can’t be written: ${health.file}`),
    ...(health.places === 'agree' ? [] : [trouble(`${places[health.places]}: run audit verify`)]),
    health.unproved === 0
      ? fine(
          `${health.keyed} rows of the audit log carry a code; ${health.unkeyed} older ones are chained only`,
        )
      : trouble(
          `${health.unproved} of the newest rows of the audit log were not written by Habeas: run audit verify`,
        ),
  ]
}
