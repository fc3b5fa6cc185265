import type { PrivacyRequest } from '@/lib/core/request/request'
import { happeningsOf, turnPassed } from '@/lib/core/view/happenings'
import { env } from '@/lib/env'
import type { Tx } from '@/lib/store/database/transaction'
import { addDeliveries } from '@/lib/store/webhooks/deliveries'

/**
 * Tells the webhooks that want to know what a change means, in its own transaction: what is committed is delivered, and nothing else.
 * @param before null where the request is new
 * @param turned other requests whose turn has passed with this change
 */
export async function tellWebhooks(
  tx: Tx,
  before: PrivacyRequest | null,
  after: PrivacyRequest,
  at: Date,
  turned: readonly PrivacyRequest[] = [],
): Promise<void> {
  const when = { at, timeZone: env().orgTimeZone }
  const told = [...happeningsOf(before, after, when), ...turned.map(other => turnPassed(other, when))]
  await addDeliveries(tx, told, at)
}
