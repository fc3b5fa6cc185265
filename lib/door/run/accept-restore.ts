import { setTimeout as pause } from 'node:timers/promises'
import type { SystemActor } from '@/lib/core/people/actor'
import { writeCheckpoint } from '@/lib/store/audit/audit-checkpoint'
import { type AuditSettings, verifyAudit } from '@/lib/store/audit/audit-verify'
import { checkpointFile } from '@/lib/store/audit/checkpoint-file'
import { inTransaction } from '@/lib/store/database/transaction'
import { recordChange } from './record-change'

const TRIES = 20
const BETWEEN_MS = 500

/**
 * Records that an operator has looked at checkpoints that the log doesn't fit, as after a restore, and lets checkpoints
 * continue from the newest sound one. The entry stays; so do faults of the rows themselves.
 * @returns `sound` where there is nothing to accept, `locked` where another session keeps a lock
 */
export async function acceptRestore(
  actor: SystemActor,
  settings: AuditSettings,
): Promise<'accepted' | 'sound' | 'locked'> {
  const { checkpointFaults, sound, highest, rowsLost } = await verifyAudit(settings)
  if (checkpointFaults === 0) return 'sound'
  const facts = { continues: sound.number, leftAside: highest - sound.number, rowsLost }
  await inTransaction(tx => recordChange(tx, { actor, command: 'accept-restore', facts }))
  const place = { file: checkpointFile(settings), key: settings.key, restart: { base: sound, highest } }
  for (let tries = 0; tries < TRIES; tries++) {
    if ((await writeCheckpoint(place)).state === 'written') return 'accepted'
    await pause(BETWEEN_MS)
  }
  return 'locked'
}
