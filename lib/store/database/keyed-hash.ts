import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** What a secret is for; each has a key of its own, so that a hash made for one never fits another. */
export type SecretPurpose =
  | 'access link'
  | 'requester session'
  | 'intake draft'
  | 'download code'
  | 'journey'
  | 'usage subscription'

/** 256 bits in base64url; nothing shorter or longer was ever given out. */
const SHAPE = /^[A-Za-z0-9_-]{43}$/

/** A new secret of 256 bits from the system's generator, fit for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Whether a text could be one of ours at all; anything else is not worth a query. */
export const looksLikeSecret = (text: unknown): text is string => typeof text === 'string' && SHAPE.test(text)

/**
 * What is stored in a secret's stead: a keyed hash, so that a copy of the database alone opens nothing.
 * @returns 64 hexadecimal digits
 */
export function keyedHash(purpose: SecretPurpose, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().key, '', `habeas ${purpose} v1`, 32))
  return createHmac('sha256', key).update(secret).digest('hex')
}
