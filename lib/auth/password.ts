import { randomBytes } from 'node:crypto'
import argon2 from '@node-rs/argon2'
import common from './common-passwords.json'

export const SHORTEST = 12
/** The commonest passwords that are long enough to pass for good ones, in lower case and without spaces. */
const commonPasswords: ReadonlySet<string> = new Set(common.passwords)
const LONGEST = 200
/** A password of the longest kind fits, each of its letters typed in several parts. */
const MOST_TYPED = 1000

// Argon2id, which is this library's default, with OWASP's figures for it: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * One spelling however it was typed; NFKC, as keyboards compose letters differently. Only then may its length be measured.
 * Bounded: MOST_TYPED.
 */
const normal = (password: string) => password.slice(0, MOST_TYPED).normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => argon2.hash(normal(password), cost)

let nobodys: Promise<string> | undefined

/**
 * Whether the password is right. Without a hash (nobody by that name, or no password yet) it takes the same time over
 * a hash that nothing fits, and answers no.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(24).toString('base64'))
  const fits = await argon2.verify(stored ?? (await nobodys), normal(password))
  return fits && stored !== null
}

/** What is wrong with a new password, in words; null where nothing is. Length counts more than odd characters. */
export function passwordProblem(password: string, email: string): string | null {
  const text = normal(password)
  if (Array.from(text).length < SHORTEST) return `Use at least ${SHORTEST} characters.`
  if (text.length > LONGEST) return `Use at most ${LONGEST} characters.`
  const bare = text.toLowerCase().replace(/\s/g, '')
  if (commonPasswords.has(bare) || new Set(bare).size < 4)
    return 'This password is one of the first that anybody would try. Take several words that don’t belong together.'
  const own = email.toLowerCase().split('@')[0] ?? ''
  if (bare === email.toLowerCase() || (own.length > 3 && bare.replaceAll(own, '').length < 6))
    return 'Don’t use your email address in the password.'
  return null
}
