import type { WebhookEvents } from './generated/schemas.js'
import { webCrypto } from './web-crypto.js'

/** What the product sends: `type`, `reference`, and what the type brings besides; ids, states and dates, never personal data. */
export type WebhookEvent = WebhookEvents[keyof WebhookEvents]
export type WebhookEventType = keyof WebhookEvents

export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

export interface ReceivedWebhook {
  /** `whsec_…`, as it was shown when the webhook was made; several while one takes the other’s place. */
  secret: string | readonly string[]
  headers: WebhookHeaders
  /** Exactly as it came: a body that was parsed and written again has another signature. */
  body: string | Uint8Array
  /** The time, where it isn’t the clock’s. */
  now?: Date
  /** How old, or how far ahead, a delivery may be. */
  toleranceSeconds?: number
}

/** Why a delivery is not to be believed. Answer 401, or 400 for `unreadable`, and do nothing else. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'
  readonly why: 'headers-missing' | 'too-old' | 'too-early' | 'wrong-signature' | 'unreadable'

  constructor(why: WebhookRefused['why']) {
    super(words[why])
    this.why = why
  }
}

const words: Readonly<Record<WebhookRefused['why'], string>> = {
  'headers-missing': 'webhook-id, webhook-timestamp or webhook-signature is missing or of another shape.',
  'too-old': 'The delivery is older than is taken. It may be a repetition; check this machine’s clock, too.',
  'too-early': 'The delivery is from the future. Check this machine’s clock.',
  'wrong-signature': 'No signature is by this secret over these bytes.',
  unreadable: 'The signature is right, but the body is no event.',
}

/**
 * The event in a delivery that the product has signed (Standard Webhooks, https://www.standardwebhooks.com).
 *
 * A delivery may come more than once, with the same `webhook-id`: remember those ids for two days, and drop what you have had.
 * A product newer than this client may send types that it doesn’t know: pass over them.
 * @throws WebhookRefused where it isn’t to be believed; TypeError where the secret is none
 */
export async function verifyWebhook({
  secret,
  headers,
  body,
  now = new Date(),
  toleranceSeconds = 300,
}: ReceivedWebhook): Promise<WebhookEvent> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(name =>
    header(headers, `webhook-${name}`),
  )
  if (!id || !signatures || !timestamp || !/^\d{1,15}$/.test(timestamp))
    throw new WebhookRefused('headers-missing')
  const age = now.getTime() / 1000 - Number(timestamp)
  if (age > toleranceSeconds) throw new WebhookRefused('too-old')
  if (age < -toleranceSeconds) throw new WebhookRefused('too-early')

  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes)
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (!(await isSigned(signed, signatures, secrets))) throw new WebhookRefused('wrong-signature')
  return eventIn(bytes)
}

function header(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : found?.join(' ')
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Whether one of the signatures is by one of the secrets. `verify` compares in a time that tells nothing of how much was right. */
async function isSigned(
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
  secrets: readonly string[],
): Promise<boolean> {
  const { subtle } = await webCrypto()
  const given = signatures
    .split(' ')
    .flatMap(part => (part.startsWith('v1,') ? (fromBase64(part.slice(3)) ?? []) : []))
  for (const secret of secrets) {
    const raw = fromBase64(secret.replace(/^whsec_/, ''))
    if (!raw || raw.length === 0) throw new TypeError('The secret has to be whsec_ and base64.')
    const key = await subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
    for (const signature of given) if (await subtle.verify('HMAC', key, signature, signed)) return true
  }
  return false
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), sign => sign.charCodeAt(0))
  } catch {
    return null
  }
}

function eventIn(bytes: Uint8Array): WebhookEvent {
  try {
    const event: WebhookEvent = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof event?.type === 'string' && typeof event.reference === 'string') return event
  } catch {
    // What can’t be read is refused like what is no event.
  }
  throw new WebhookRefused('unreadable')
}
