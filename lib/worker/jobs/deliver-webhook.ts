import { z } from 'zod'
import { deliverWebhook as deliver } from '@/lib/door/webhooks/deliver'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ deliveryId: z.string() })

/** Makes one try to deliver to a webhook; when the next one comes is the delivery's own business. */
export const deliverWebhook: JobHandler = async (payload, { signal }) =>
  await deliver(payloadSchema.parse(payload).deliveryId, signal)
