import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { type Env, env } from './env'

/**
 * What a hash is for, and the secret of the environment that its key comes from. Each has a key of its own, so that a
 * hash made for one never fits another. Renaming one makes its stored hashes worthless.
 */
const keyedBy = {
  'staff session': 'authSecret',
  'password link': 'authSecret',
  device: 'authSecret',
  'sign-in step': 'authSecret',
  'recovery code': 'key',
  'passkey challenge': 'authSecret',
  network: 'key',
  'access link': 'key',
  'requester session': 'key',
  'pressed link': 'key',
  'intake draft': 'key',
  'download code': 'key',
  'api token': 'key',
  mailbox: 'key',
  'pressed complaint': 'key',
  journey: 'key',
  'usage subscription': 'key',
  'key check': 'key',
  'sign-in key check': 'authSecret',
} as const satisfies Record<string, keyof Env>
export type HashPurpose = keyof typeof keyedBy

/** 256 bits in base64url; nothing shorter or longer was ever given out. */
const SHAPE = /^[A-Za-z0-9_-]{43}$/

/** A new secret of 256 bits from the system's generator, fit for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Whether a text could be a secret of {@link newSecret} at all; anything else is not worth a query. */
export const looksLikeSecret = (text: unknown): text is string => typeof text === 'string' && SHAPE.test(text)

/** What a mail program, or a sentence around the address, leaves at the end of a link. */
const BEHIND = /[.,;:!?)>\]}"'*’”…]{1,5}$/u

/** The secret in the address of a mailed link, without punctuation behind it; null where it is none. */
export function mailedSecret(text: unknown): string | null {
  const bare = typeof text === 'string' && text.length < 60 ? text.replace(BEHIND, '') : text
  return looksLikeSecret(bare) ? bare : null
}

/**
 * The key of one purpose, from a secret that serves several.
 * @returns 32 bytes
 */
export const deriveKey = (secret: Uint8Array | string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `habeas ${purpose} v1`, 32))

/**
 * The keyed hash of a text under a secret that is told: for comparing keys. Everything else takes {@link keyedHash}.
 * @returns 64 hexadecimal digits, or 43 characters of base64url
 */
export const hashUnder = (
  secret: Uint8Array | string,
  purpose: HashPurpose,
  text: string,
  encoding: 'hex' | 'base64url' = 'hex',
): string => createHmac('sha256', deriveKey(secret, purpose)).update(text).digest(encoding)

/**
 * What is stored in a text's place: a keyed hash, so that a copy of the database alone opens nothing.
 * @returns 64 hexadecimal digits, or 43 characters of base64url
 */
export const keyedHash = (
  purpose: HashPurpose,
  text: string,
  encoding: 'hex' | 'base64url' = 'hex',
): string => hashUnder(env()[keyedBy[purpose]], purpose, text, encoding)

/** The stored key of a rate limit. It is hashed without a derived key, as it always was, and lives as long as its window. */
export const limitHash = (limit: string): string =>
  createHmac('sha256', env().key).update(`rate limit v1 ${limit}`).digest('base64url')
