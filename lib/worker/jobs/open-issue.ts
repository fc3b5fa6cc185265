import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { leaveIssue, openIssue as open } from '@/lib/door/system-work/open-issue'
import { ATTEMPTS, ownFault } from '@/lib/door/system-work/turn'
import { describeError, log } from '@/lib/log'
import type { JobHandler } from '../job'

const payloadSchema = z.object({
  requestId: z.string(),
  about: z.enum(['escalation', 'security-review']),
  id: z.string(),
  tries: z.number(),
})

/** Opens an issue with ids only in a connected tracker, and keeps its link. One that can't be opened is left to a person. */
export const openIssue: JobHandler = async (payload, { attempt, signal }) => {
  const issue = payloadSchema.parse(payload)
  try {
    await takeTurn('open-issue', issue.id, { ...issue }, await open(issue, signal))
  } catch (error) {
    if (attempt < ATTEMPTS) throw error
    const reference = randomUUID()
    log.error({ err: describeError(error), reference, id: issue.id }, 'an issue could not be opened for good')
    await leaveIssue(issue, ownFault(reference))
  }
}
