import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { openSealed } from '@/lib/store/database/open-sealed'
import { inTransaction } from '@/lib/store/database/transaction'
import {
  keepDelivered,
  keepFailedTry,
  pauseWebhook,
  putOff,
  type WaitingDelivery,
  waitingDelivery,
} from '@/lib/store/webhooks/delivering'
import { type NotTaken, sendWebhook } from '@/lib/systems/webhook-receiver'

/** Seconds until the next try, by the number of tries so far; the last one counts until the day is over. */
const STEPS = [5, 30, 2 * 60, 10 * 60, 30 * 60, 3600, 2 * 3600, 4 * 3600] as const

const stepAfter = (attempts: number): number => STEPS[Math.min(attempts, STEPS.length - 1)] ?? 0

/** The secret as it was given out; null where it can't be opened, as with another HABEAS_KEY. */
function secretOf({ id, webhookId, secret }: WaitingDelivery): string | null {
  try {
    const opened = openSealed(secret, 'webhook', webhookId)
    return typeof opened === 'string' ? opened : null
  } catch (error) {
    log.error({ deliveryId: id, webhookId, err: describeError(error) }, 'a webhook’s secret can’t be opened')
    return null
  }
}

async function attempt(delivery: WaitingDelivery, signal: AbortSignal): Promise<NotTaken | null> {
  const secret = secretOf(delivery)
  if (secret === null)
    return { problem: 'secret-unreadable', gone: false, retryAfterSeconds: null, pauses: false }
  const message = { id: delivery.id, at: systemClock.now(), body: JSON.stringify(delivery.body) }
  return await sendWebhook(delivery.url, message, { secret, allowed: env().allowedPrivateHosts, signal })
}

/**
 * Makes one try to deliver, and writes down what came of it with the next one's job. A worker that dies in between sends again under
 * the same id. Does nothing where the delivery was settled or taken away.
 * @param signal fires when the worker has to end; a try that it breaks off doesn't count
 */
export async function deliverWebhook(deliveryId: string, signal: AbortSignal): Promise<void> {
  const delivery = await waitingDelivery(deliveryId)
  if (!delivery) return
  const { webhookId, attempts } = delivery
  if (delivery.isOver) return await giveUp(delivery)
  if (delivery.pauseSeconds > 0) return await inTransaction(tx => putOff(tx, delivery, delivery.pauseSeconds))
  const failure = await attempt(delivery, signal)
  if (!failure) return await inTransaction(tx => keepDelivered(tx, delivery))
  if (signal.aborted) return await inTransaction(tx => putOff(tx, delivery, 0))
  const { problem, gone, pauses } = failure
  const waitSeconds = failure.retryAfterSeconds ?? 0
  const { dead } = await inTransaction(async tx => {
    if (pauses) await pauseWebhook(tx, webhookId, waitSeconds)
    return await keepFailedTry(tx, delivery, {
      problem,
      ends: gone,
      stepSeconds: stepAfter(attempts),
      waitSeconds,
    })
  })
  log.warn({ deliveryId, webhookId, problem, attempt: attempts + 1, dead }, 'a webhook was not taken')
}

/** Its day is over, and since then its receiver has let others wait in vain, too: it needs no try of its own to know. */
async function giveUp(delivery: WaitingDelivery): Promise<void> {
  await inTransaction(tx =>
    keepFailedTry(tx, delivery, { problem: 'left-alone', ends: true, stepSeconds: 0, waitSeconds: 0 }),
  )
  log.warn({ deliveryId: delivery.id, webhookId: delivery.webhookId }, 'a webhook was given up')
}
