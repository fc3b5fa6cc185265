import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash, looksLikeSecret } from '@/lib/secrets'

/** Cookie of a staff session; its value is 256 random bits and nothing else. */
export const SESSION_COOKIE = 'habeas_session'
/** Cookie that shows that this browser has signed in as this person before; see {@link deviceProof}. */
export const DEVICE_COOKIE = 'habeas_device'

/**
 * What is stored in place of a session's or a link's secret; null where it isn't one of ours.
 * @returns 64 hexadecimal digits
 */
export const secretHash = (purpose: 'staff session' | 'password link', secret: string): string | null =>
  looksLikeSecret(secret) ? keyedHash(purpose, secret) : null

/**
 * Value of the device cookie for a person: it lets an owner in past the wrong guesses of strangers, and to guess with
 * it one would have to have signed in before.
 */
export function deviceProof(staffId: string, nonce: string = randomBytes(9).toString('base64url')): string {
  return `${nonce}.${keyedHash('device', `${staffId} ${nonce}`)}`
}

/** The device's own name where the cookie belongs to this person, else null. */
export function knownDevice(staffId: string, cookie: string | undefined): string | null {
  const nonce = cookie?.match(/^([A-Za-z0-9_-]{12})\.[0-9a-f]{64}$/)?.[1]
  if (!nonce || !cookie) return null
  const [given, right] = [Buffer.from(cookie), Buffer.from(deviceProof(staffId, nonce))]
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null
}
