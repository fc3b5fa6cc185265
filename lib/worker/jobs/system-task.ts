import { z } from 'zod'
import { runTaskCommand } from '@/lib/door/run/run'
import { describeError, log } from '@/lib/log'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({ taskId: z.string() })
const ATTEMPTS = 5

/** Carries out a system task. One that keeps failing is handed to Privacy. */
export const systemTask: JobHandler = async (payload, { jobId, attempt }) => {
  const { taskId } = payloadSchema.parse(payload)
  try {
    await runTaskCommand(
      system,
      taskId,
      'complete-system-task',
      {},
      { commandId: `system-task:${taskId}:${jobId}` },
    )
  } catch (error) {
    if (attempt < ATTEMPTS) throw error
    log.error({ err: describeError(error), taskId }, 'a system task failed for good')
    await runTaskCommand(
      system,
      taskId,
      'fail-system-task',
      {},
      { commandId: `system-task-failed:${taskId}:${jobId}` },
    )
  }
}
