import type { SystemActor } from '@/lib/core/people/actor'
import { forHowLong } from '@/lib/store/audit/time-words'
import { listWebhooks, type WebhookRow } from '@/lib/store/webhooks/webhooks'
import { advice, type Finding, fine, trouble } from './finding'

/** A receiver that is started anew is away for minutes. */
const FAILING_MS = 60 * 60_000

function ofWebhook({ id, url, dead, failingSince, waiting }: WebhookRow, now: Date): Finding[] {
  // The rest of an address may hold a key of its receiver.
  const which = `webhook ${id} (${new URL(url).host})`
  const failingMs = failingSince ? now.getTime() - failingSince.getTime() : 0
  return [
    ...(failingMs > FAILING_MS
      ? [
          trouble(
            `${which} has not taken what it is sent for ${forHowLong(failingMs)}; ${waiting} events wait`,
          ),
        ]
      : []),
    ...(dead > 0
      ? [advice(`${which}: ${dead} events were given up; Settings, Webhooks sends them again`)]
      : []),
  ]
}

/** Which receivers of webhooks miss something: failing for over an hour, or with events that were given up. */
export async function webhookFindings(system: SystemActor, now: Date): Promise<Finding[]> {
  const webhooks = await listWebhooks(system)
  const missing = webhooks.flatMap(webhook => ofWebhook(webhook, now))
  return webhooks.length > 0 && missing.length === 0 ? [fine('webhooks take what they are sent')] : missing
}
