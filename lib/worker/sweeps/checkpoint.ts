import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { APPENDING, CHECKPOINTING } from '@/lib/store/audit/audit'
import { writeCheckpoint } from '@/lib/store/audit/audit-checkpoint'
import { auditCoverage, holderOf } from '@/lib/store/audit/audit-coverage'
import { checkpointFile } from '@/lib/store/audit/checkpoint-file'
import type { Sweep } from '../engine'

const locks = { locked: CHECKPOINTING, appending: APPENDING } as const

/** Signs how far the audit log goes, outside the table, so that a cut tail shows; says so where it can't. */
export const checkpoint: Sweep = {
  name: 'audit checkpoint',
  run: async () => {
    const { state, unproved } = await writeCheckpoint({ file: checkpointFile(env()), key: env().key })
    if (unproved > 0) log.error({ rows: unproved }, 'the audit log has rows that Habeas did not write')
    if (state !== 'locked' && state !== 'appending') return
    // Another worker was writing one just now, and has ended.
    const holder = await holderOf(locks[state])
    if (!holder) return
    const { uncovered, isStale } = await auditCoverage()
    const waiting = { lock: locks[state], uncovered, holder }
    if (isStale) log.error(waiting, 'the audit log is not signed: another session holds the lock')
    else log.warn(waiting, 'an audit checkpoint has to wait: another session holds the lock')
  },
}
