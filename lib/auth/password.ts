import { randomBytes } from 'node:crypto'
import argon2 from '@node-rs/argon2'
import common from './common-passwords.json'
import { FewAtOnce } from './few-at-once'
import { type Weakness, weaknessOf, withoutDecoration } from './password-strength'

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

/** Each takes 19 MiB, a core, and one of the four threads that files and names of hosts are read by. */
const AT_ONCE = 2
/** About two seconds of work. */
const MOST_WAITING = 100

// Pages and route handlers are bundled apart, and each would have a line of its own.
declare global {
  var habeasPasswordLine: FewAtOnce | undefined
}

function inLine<T>(work: () => Promise<T>): Promise<T> {
  globalThis.habeasPasswordLine ??= new FewAtOnce({ atOnce: AT_ONCE, mostWaiting: MOST_WAITING })
  return globalThis.habeasPasswordLine.run(work)
}

const hash = (password: string): Promise<string> => argon2.hash(normal(password), cost)

/** @throws LineFull where too many passwords wait */
export const hashPassword = (password: string): Promise<string> => inLine(() => hash(password))

let nobodys: Promise<string> | undefined

/**
 * Whether the password is right. Without a hash (nobody by that name, or no password yet) it takes the same time over
 * a hash that nothing fits, and answers no.
 * @throws LineFull where too many passwords wait
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash(randomBytes(24).toString('base64'))
  const tried = stored ?? (await nobodys)
  const fits = await inLine(() => argon2.verify(tried, normal(password)))
  return fits && stored !== null && password.length <= MOST_TYPED
}

/** Whose password it is, as far as it is known. */
export interface Person {
  email: string
  name?: string
  organisation?: string
}

/** What anybody would try first of somebody: names and addresses, whole, in parts and written together. */
function ownWords({ email, name = '', organisation = '' }: Person): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const texts = ['habeas', 'privacy', email, local, domain, name, organisation].map(normal)
  const parts = texts.flatMap(text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const joined = texts.flatMap(text =>
    ['', '-', '.', '_'].map(sign =>
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .join(sign),
    ),
  )
  return [...new Set([...texts.map(text => text.toLowerCase()), ...parts, ...joined])].filter(
    word => word.length > 2,
  )
}

const letters: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** A password as lists have it: in lower case and without spaces; without what is around it; with letters for what looks like them. */
function spellings(text: string): string[] {
  const bare = text.toLowerCase().replace(/\s/g, '')
  const plain = [bare, withoutDecoration(bare)]
  return [...plain, ...plain.map(word => Array.from(word, sign => letters[sign] ?? sign).join(''))]
}

const advice = 'Take several words that don’t belong together.'
const weak: Readonly<Record<Weakness, string>> = {
  own: `This password is made of your name, your address or your organisation, which anybody would try. ${advice}`,
  decorated: `This password is a common word with something added, which is guessed soon. ${advice}`,
  guessed: `This password is guessed soon. ${advice}`,
}

/**
 * What is wrong with a new password, in words; null where nothing is. Length counts more than odd characters.
 * @param person whose names and addresses may not be in it
 */
export async function passwordProblem(password: string, person: Person): Promise<string | null> {
  const text = normal(password)
  if (Array.from(text).length < SHORTEST) return `Use at least ${SHORTEST} characters.`
  if (text.length > LONGEST || password.length > MOST_TYPED) return `Use at most ${LONGEST} characters.`
  const bare = text.toLowerCase().replace(/\s/g, '')
  if (spellings(text).some(word => commonPasswords.has(word)) || new Set(bare).size < 4)
    return `This password is one of the first that anybody would try. ${advice}`
  const email = person.email.toLowerCase()
  const own = email.split('@')[0] ?? ''
  if (bare === email || (own.length > 3 && bare.replaceAll(own, '').length < 6))
    return 'Don’t use your email address in the password.'
  const weakness = await weaknessOf(text, ownWords(person))
  return weakness && weak[weakness]
}
