import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Signing by the Standard Webhooks specification (standardwebhooks.com): what we send, and what is sent to us in the same way. */

const PREFIX = 'whsec_'
const LEAST_BYTES = 24
const MOST_BYTES = 64
/** The specification leaves the tolerance to the receiver; five minutes is what its own libraries take. */
const TOLERANCE_SECONDS = 5 * 60
/** A sender names one signature for each secret that it is changing between. */
const MOST_SIGNATURES = 10

/** A new secret of 256 bits: `whsec_` and base64. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

/**
 * The key in a secret, as the specification writes it: `whsec_` and the base64 of 24 to 64 bytes.
 * @returns null where it isn't one
 */
export function webhookKey(secret: string): Buffer | null {
  if (!secret.startsWith(PREFIX)) return null
  const text = secret.slice(PREFIX.length)
  const key = Buffer.from(text, 'base64')
  // Node leaves out what isn't base64 instead of complaining.
  const isWhole = key.toString('base64').replace(/=/g, '') === text.replace(/=/g, '')
  return isWhole && key.length >= LEAST_BYTES && key.length <= MOST_BYTES ? key : null
}

export interface SignedParts {
  /** The same at each try of the same thing. */
  id: string
  at: Date
  /** The very text that is sent; empty where nothing is. */
  body: string
}

function signature(secret: string, id: string, seconds: string, body: string | Buffer): string {
  const key = webhookKey(secret)
  if (!key) throw new Error('a secret that is none of Standard Webhooks')
  const digest = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest('base64')
  return `v1,${digest}`
}

/**
 * The three headers that sign a body.
 * @throws where the secret has no {@link webhookKey}
 */
export function signed(secret: string, { id, at, body }: SignedParts): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000))
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signature(secret, id, seconds, body),
  }
}

export type Verified = { ok: true; id: string } | { ok: false; why: 'signature' | 'stale' }

/**
 * Whether a body was signed with the secret, within five minutes of now.
 * @param headers with names in small letters
 * @param body the body's very bytes, before they were read as JSON
 * @returns the id, by which a receiver knows what it has had; `stale` only where the signature is good
 * @throws where the secret has no {@link webhookKey}
 */
export function verified(
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string | Buffer,
  now: Date,
): Verified {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': given } = headers
  if (!id || !given || !seconds || !/^\d{1,12}$/.test(seconds)) return { ok: false, why: 'signature' }
  const expected = Buffer.from(signature(secret, id, seconds, body))
  const fits = given.split(' ', MOST_SIGNATURES).some(text => {
    const candidate = Buffer.from(text)
    return candidate.length === expected.length && timingSafeEqual(candidate, expected)
  })
  if (!fits) return { ok: false, why: 'signature' }
  const isNow = Math.abs(now.getTime() / 1000 - Number(seconds)) <= TOLERANCE_SECONDS
  return isNow ? { ok: true, id } : { ok: false, why: 'stale' }
}
