import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { runTaskCommand } from '@/lib/door/run/run'
import { takeTurn } from '@/lib/door/system-work/again'
import { doSystemTask } from '@/lib/door/system-work/system-task'
import { ATTEMPTS, ownFault } from '@/lib/door/system-work/turn'
import { describeError, log } from '@/lib/log'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({
  taskId: z.string(),
  tries: z.number().default(0),
  begunAt: z.iso
    .datetime()
    .optional()
    .transform(text => (text ? new Date(text) : new Date())),
})

/** Carries out a system task, through connected systems where there are any for it. One that keeps failing is handed to Privacy. */
export const systemTask: JobHandler = async (payload, { jobId, attempt, signal }) => {
  const { taskId, tries, begunAt } = payloadSchema.parse(payload)
  try {
    const turn = await doSystemTask({ taskId, tries, begunAt }, signal)
    if (turn.is !== 'not-connected')
      return await takeTurn('system-task', taskId, { taskId, begunAt: begunAt.toISOString() }, turn)
    await runTaskCommand(
      system,
      taskId,
      'complete-system-task',
      {},
      { commandId: `system-task:${taskId}:${jobId}` },
    )
  } catch (error) {
    if (attempt < ATTEMPTS) throw error
    const reference = randomUUID()
    log.error({ err: describeError(error), reference, taskId }, 'a system task failed for good')
    await runTaskCommand(
      system,
      taskId,
      'fail-system-task',
      { problem: ownFault(reference) },
      { commandId: `system-task-failed:${taskId}:${jobId}` },
    )
  }
}
