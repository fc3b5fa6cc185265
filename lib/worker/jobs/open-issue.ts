import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { openIssue as open } from '@/lib/door/system-work/open-issue'
import type { JobHandler } from '../job'

const payloadSchema = z.object({
  requestId: z.string(),
  about: z.enum(['escalation', 'security-review']),
  id: z.string(),
  tries: z.number(),
})

/** Opens an issue with ids only in a connected tracker, and keeps its link. */
export const openIssue: JobHandler = async (payload, { signal }) => {
  const issue = payloadSchema.parse(payload)
  await takeTurn('open-issue', { ...issue }, await open(issue, signal))
}
