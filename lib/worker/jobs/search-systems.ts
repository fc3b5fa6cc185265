import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { searchSystems as search } from '@/lib/door/system-work/search'
import { ATTEMPTS, ownFault } from '@/lib/door/system-work/turn'
import { describeError, log } from '@/lib/log'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ taskId: z.string(), tries: z.number() })

/** Searches connected systems for a task before a person decides, who is told where one can't be searched. */
export const searchSystems: JobHandler = async (payload, { attempt, signal }) => {
  const task = payloadSchema.parse(payload)
  const brokenWords = (error: unknown) => {
    if (attempt < ATTEMPTS) return null
    const reference = randomUUID()
    log.error({ err: describeError(error), reference, taskId: task.taskId }, 'a search failed for good')
    return ownFault(reference)
  }
  await takeTurn('search-systems', task.taskId, task, await search(task, { signal, brokenWords }))
}
