import { randomInt } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import { encode } from 'uqr'

/** Seconds of a time step, and how far a phone's clock may be off, by RFC 6238, sections 4.1 and 5.2: one step either way. */
const PERIOD = 30

/** A new secret for an authenticator app: 160 bits in base32, as RFC 4226 recommends. */
export const newAuthenticatorSecret = (): string => generateSecret()

/** The link that an authenticator app reads. @param organisation whose desk it is, as the app shows it */
export const authenticatorLink = (secret: string, email: string, organisation: string): string =>
  generateURI({ secret, label: email, issuer: `${organisation} privacy desk`.replaceAll(':', ' ') })

/** A picture of the link, to be scanned: the path of an SVG, and the length of its side. */
export function qrPath(text: string): { path: string; side: number } {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return { path, side: size }
}

/** In groups of four, as people type a secret off the screen. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? ''

/**
 * The time step to which a code belongs, one either side of now.
 * @param now in milliseconds
 * @param after the newest step that was used: none counts twice
 * @returns null where the code is wrong, or not newer
 */
export async function timeStepOf(
  secret: string,
  code: string,
  now: number,
  after: bigint,
): Promise<bigint | null> {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(now / 1000)
  const found = await verify({ secret, token: code, epoch, period: PERIOD, epochTolerance: PERIOD })
  if (!found.valid || !('timeStep' in found)) return null
  const step = BigInt(found.timeStep)
  return step > after ? step : null
}

/** Letters and digits that nobody mistakes for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const HOW_MANY = 10

/** New recovery codes: ten of ten letters, 49 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => {
    const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })

/** A recovery code as it is kept, however it was typed; null where it is none. */
export function plainRecoveryCode(typed: string): string | null {
  const letters = typed
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s–-]/g, '')
  return letters.length === 10 && Array.from(letters).every(letter => LETTERS.includes(letter))
    ? letters
    : null
}
