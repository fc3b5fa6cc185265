import { z } from 'zod'
import { deliveryReasons } from '@/lib/core/request/message-record'
import { runRequestCommand } from '@/lib/door/run/run'
import { referenceOfMessage } from '@/lib/store/request/requests'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({
  messageId: z.string(),
  result: z.enum(['accepted', 'bounced', 'uncertain']),
  reason: z.enum(deliveryReasons).optional(),
})

/** Tells a request what became of one of its mails. */
export const recordDelivery: JobHandler = async (payload, { jobId }) => {
  const { messageId, ...became } = payloadSchema.parse(payload)
  const reference = await referenceOfMessage(messageId)
  if (!reference) return
  const commandId = `delivery:${messageId}:${became.result}:${jobId}`
  await runRequestCommand(
    system,
    reference,
    'record-delivery',
    { message: messageId, ...became },
    { commandId },
  )
}
