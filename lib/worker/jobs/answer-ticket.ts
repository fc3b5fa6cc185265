import { z } from 'zod'
import { answerEntryTicket, giveUpAnswering } from '@/lib/door/system-work/answer-ticket'
import { describeError, log } from '@/lib/log'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({
  entryId: z.string(),
  tried: z.number().int().min(1).default(1),
  /** Of a person who had it tried again. */
  round: z.string().optional(),
})

/** Of what fails on our own side; what fails at the system is queued anew, with tries of its own. */
const ATTEMPTS = 5

/** Answers the ticket of an off-channel entry that came by itself. */
export const answerTicket: JobHandler = async (payload, { attempt, signal }) => {
  const { entryId, tried, round } = payloadSchema.parse(payload)
  try {
    await answerEntryTicket(system, entryId, { tried, round, signal })
  } catch (error) {
    if (attempt < ATTEMPTS) throw error
    log.error({ err: describeError(error), entryId }, 'a ticket could not be answered for good')
    await giveUpAnswering(system, entryId, round)
  }
}
