import { z } from 'zod'
import { runTaskCommand } from '@/lib/door/run/run'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({ taskId: z.string(), version: z.number().int(), by: z.string().optional() })

/** Ticks on one task that the deletion list with its addresses is uploaded. A task that is over by then is left alone. */
export const listUploaded: JobHandler = async payload => {
  const { taskId, version, by } = payloadSchema.parse(payload)
  const commandId = `list-uploaded:${taskId}:${version}`
  await runTaskCommand(
    system,
    taskId,
    'record-list-upload',
    { list: version, ...(by && { by }) },
    { commandId },
  )
}
