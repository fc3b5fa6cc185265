import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { doStep as turnAtStep } from '@/lib/door/system-work/do-step'
import { leaveStep } from '@/lib/door/system-work/record-step'
import { ATTEMPTS, ownFault } from '@/lib/door/system-work/turn'
import { describeError, log } from '@/lib/log'
import type { JobHandler } from '../job'

const payloadSchema = z.object({
  taskId: z.string(),
  step: z.string(),
  run: z.string(),
  tries: z.number(),
  /** Worker after worker has died over it, so that nothing more is tried. */
  leave: z.boolean().default(false),
})

const DIED = 'It was begun again and again, and each time the worker ended before it was done.'

/**
 * Has connected systems do a step, a turn at a time: what isn't true yet is looked at again by a job of its own. What fails on our
 * own side again and again is left to a person.
 */
export const doStep: JobHandler = async (payload, { attempt, signal }) => {
  const { leave, ...step } = payloadSchema.parse(payload)
  if (leave) return await leaveStep(step, DIED)
  try {
    await takeTurn('do-step', step.run, step, await turnAtStep(step, signal))
  } catch (error) {
    if (attempt < ATTEMPTS) throw error
    const reference = randomUUID()
    const { taskId, step: key } = step
    log.error({ err: describeError(error), reference, taskId, step: key }, 'a step failed for good')
    await leaveStep(step, ownFault(reference))
  }
}
