import { addJob } from '../database/jobs'
import type { AnyTx } from '../database/prisma-of'

/** Name of the job that makes one try. */
export const DELIVER = 'deliver-webhook'

/** The key of a delivery's job, of which one waits at a time. */
export const deliveryKey = (deliveryId: string): string => `${DELIVER}:${deliveryId}`

/** One delivery of a webhook is on its way at a time: a receiver that hangs holds up nobody but itself. */
export const deliveryQueue = (webhookId: string): string => `webhook:${webhookId}`

/** Adds the job of the next try, or moves the one that waits. @param runAt now, where it isn't given */
export async function addDeliveryJob(
  tx: AnyTx,
  { id, webhookId, runAt }: { id: string; webhookId: string; runAt?: Date },
): Promise<void> {
  const [key, queue] = [deliveryKey(id), deliveryQueue(webhookId)]
  await addJob(tx, DELIVER, { deliveryId: id }, { key, queue, ...(runAt && { runAt }) })
}
