import { env } from '@/lib/env'
import { checkpointFile, writeCheckpoint } from '@/lib/store/audit/audit-checkpoint'
import type { Sweep } from '../engine'

/** Signs how far the audit log goes, outside the table, so that a cut tail shows. */
export const checkpoint: Sweep = {
  name: 'audit checkpoint',
  run: async () => await writeCheckpoint(checkpointFile(env()), env().key),
}
