import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { searchSystems as search } from '@/lib/door/system-work/search'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ taskId: z.string(), tries: z.number() })

/** Searches connected systems for a task before a person decides. */
export const searchSystems: JobHandler = async (payload, { signal }) => {
  const task = payloadSchema.parse(payload)
  await takeTurn('search-systems', task, await search(task, signal))
}
