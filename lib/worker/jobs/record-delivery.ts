import { z } from 'zod'
import { runRequestCommand } from '@/lib/door/run/run'
import { referenceOfMessage } from '@/lib/store/request/requests'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({
  messageId: z.string(),
  result: z.enum(['accepted', 'bounced', 'uncertain']),
})

/** Tells a request what became of one of its mails. */
export const recordDelivery: JobHandler = async (payload, { jobId }) => {
  const { messageId, result } = payloadSchema.parse(payload)
  const reference = await referenceOfMessage(messageId)
  if (!reference) return
  const commandId = `delivery:${messageId}:${result}:${jobId}`
  await runRequestCommand(system, reference, 'record-delivery', { message: messageId, result }, { commandId })
}
