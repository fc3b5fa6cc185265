import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash, looksLikeSecret } from '@/lib/secrets'

/** Cookie of a staff session from before cookies had a prefix, and of one over plain http. */
export const PLAIN_SESSION_COOKIE = 'habeas_session'

/** Names of the cookies of staff. */
export interface StaffCookies {
  /** Holds 256 random bits and nothing else. */
  session: string
  /** Shows that this browser has signed in as this person before; see {@link deviceProof}. */
  device: string
  /** Between the password and the second factor. */
  step: string
}

/**
 * @param secure whether people reach us over https: browsers then refuse these cookies from any other host, a subdomain's included
 */
export const staffCookies = (secure: boolean): StaffCookies => {
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}${PLAIN_SESSION_COOKIE}`,
    device: `${prefix}habeas_device`,
    step: `${prefix}habeas_step`,
  }
}

/** How every cookie of staff is set. */
export const staffCookieOptions = (secure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure, path: '/' }) as const

/** The secret of a session in a browser's cookies, and whether it came without the prefix that it should have by now. */
export interface SentSession {
  secret: string
  isUnprefixed: boolean
}

/** Finds a session's secret among the cookies of a browser. */
export function sentSession(
  cookie: (name: string) => string | undefined,
  secure: boolean,
): SentSession | null {
  const secret = cookie(staffCookies(secure).session)
  if (secret !== undefined) return { secret, isUnprefixed: false }
  const old = secure ? cookie(PLAIN_SESSION_COOKIE) : undefined
  return old === undefined ? null : { secret: old, isUnprefixed: true }
}

/**
 * What is stored in place of a session's or a link's secret; null where it isn't one of ours.
 * @returns 64 hexadecimal digits
 */
export const secretHash = (
  purpose: 'staff session' | 'password link' | 'sign-in step',
  secret: string,
): string | null => (looksLikeSecret(secret) ? keyedHash(purpose, secret) : null)

/**
 * Value of the device cookie for a person: it lets an owner in past the wrong guesses of strangers, and to guess with
 * it one would have to have signed in before.
 */
export function deviceProof(staffId: string, nonce: string = randomBytes(9).toString('base64url')): string {
  return `${nonce}.${keyedHash('device', `${staffId} ${nonce}`)}`
}

/** For how long a browser is known as one with which a person has signed in, in seconds: 180 days. */
export const DEVICE_SECONDS = 180 * 86_400

/** The device's own name where the cookie belongs to this person, else null. */
export function knownDevice(staffId: string, cookie: string | undefined): string | null {
  const nonce = cookie?.match(/^([A-Za-z0-9_-]{12})\.[0-9a-f]{64}$/)?.[1]
  if (!nonce || !cookie) return null
  const [given, right] = [Buffer.from(cookie), Buffer.from(deviceProof(staffId, nonce))]
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null
}
