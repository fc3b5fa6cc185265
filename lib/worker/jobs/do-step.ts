import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { doStep as turnAtStep } from '@/lib/door/system-work/do-step'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ taskId: z.string(), step: z.string(), run: z.string(), tries: z.number() })

/** Has connected systems do a step, a turn at a time: what isn't true yet is looked at again by a job of its own. */
export const doStep: JobHandler = async (payload, { signal }) => {
  const step = payloadSchema.parse(payload)
  await takeTurn('do-step', step, await turnAtStep(step, signal))
}
