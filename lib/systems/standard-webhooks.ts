import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

export interface WebhookMessage {
  /** The same at every try. */
  id: string
  /** Of this try. */
  at: Date
  /** The very bytes that are sent. */
  body: string
}

/**
 * The headers of a message as Standard Webhooks signs it (standardwebhooks.com, symmetric `v1`).
 * @param secret `whsec_` and the key in base64
 */
export function signed(secret: string, { id, at, body }: WebhookMessage): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64')
  const code = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${code}` }
}
