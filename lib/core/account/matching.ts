import { z } from 'zod'
import { visible } from './invisible'
import { withoutTail } from './tail'

/**
 * How people, directories and mails are compared: case, surrounding space and the many ways to write one character
 * never matter. Always canonicalise first and validate the result: a check before that can be slipped past with
 * look-alikes such as `＠`.
 */

/** Nobody types more; keeps a hostile megabyte away from the normalisation. */
const MOST_TYPED = 1000

/** Letters, digits and marks of any script, dots and hyphens: what a domain may be typed with. */
const typedDomain = /^[\p{L}\p{N}\p{M}.-]+$/u
const plainDomain = /^[a-z0-9.-]+$/
/** A domain in its ASCII form, of two labels or more, whose last one is no number (that would be an IP address). */
const asciiDomain =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/**
 * The letters of RFC 5321 and 6531: no quotes, spaces, comments or lists. Dots may be anywhere, since companies have given such
 * addresses out; what a server needs in quotes is put into them on the way (lib/mail/envelope.ts).
 */
const localPart = /^(?=.*[^.])[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]+$/u
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u

/** For texts that were cut or refused before: composing takes long over a run of marks, whose order it sorts. */
const isTooLong = (text: string) => text.length > MOST_TYPED

/**
 * Compatible characters composed, without what can't be seen, and no space around. What is longer than anybody types stays as
 * it is, and is no address or name.
 */
function tidied(text: string): string {
  // Bounded: each caller has asked `isTooLong`, or tidies again what is in order.
  return visible(visible(text.normalize('NFKC')).normalize('NFKC')).trim()
}

/** One spelling of many: also in lower case. */
function folded(text: string): string {
  if (isTooLong(text)) return text.toLowerCase()
  // Lowering can undo the composition (İ) and the other way round, hence twice.
  return tidied(tidied(text).toLowerCase())
}

/** Signs that no address begins or ends with; control characters are none of them, as only a hostile text has those. */
const beforeIt = /^(?!"[^"]*"@)(?:(?![!#$%&'*+/=?^_`{|}~.@-])[\p{P}\p{S}\s])+/u
const behindIt = /[\p{P}\p{S}\s]$/u
/** What people write or programs copy in front of an address, such as `E-mail:` or `mailto:`. */
const label = /^(?:e-?mail|mail|mailto|smtp|to|from)(?: address)?\s*:\s*(?:\/\/)?/i
/** Signs that an address may begin with, where they stand around all of it, as for bold. Bounded: MOST_TYPED in `bare`. */
const around = /^(['*_`~|]+)[^'*_`~|].*?(['*_`~|]+)[.,;:!?\s]*$/s
const isFullStop = (sign: string) => '.,;:!?'.includes(sign)

/**
 * A text without what can't end an address; of one that is only begun, without a full stop and the like. Sign by sign, as a
 * pattern for the end would try each of a hostile megabyte.
 */
function withoutEnd(text: string): string {
  const at = text.lastIndexOf('@')
  if (at < 0 || !/[\p{L}\p{N}]/u.test(text.slice(at))) return withoutTail(text, isFullStop)
  let end = text.length
  for (;;) {
    const [last] = behindIt.exec(text.slice(Math.max(0, end - 2), end)) ?? []
    if (last === undefined) return text.slice(0, end)
    end -= last.length
  }
}

/**
 * An address without what people and programs put around it: `mailto:`, brackets, quotes, a name in front of brackets, a full
 * stop at the end. What is between two addresses, or inside one, stays and is refused.
 */
function bare(text: string): string {
  // Patterns that look at both ends at once would take long over a hostile megabyte.
  if (isTooLong(text)) return text
  let address = text
  for (;;) {
    const before = address
    // As mail programs and chats copy it: a name or the address itself, then the address in brackets.
    address = address.replace(/^(?:[^@<>]*|"[^"<>@]*"\s*)<([^<>]*)>[^\p{L}\p{N}]*$/su, '$1')
    // Bounded: MOST_TYPED, above.
    address = address
      .replace(/^(\S+@\S+) <(?:mailto:)?\1>$/, '$1')
      .replace(/^\[([^\][\s]+)\]\(mailto:\1\)\W*$/i, '$1')
    if (label.test(address)) address = unescaped(withoutQuery(address.replace(label, '')))
    const [, left = '', right = ''] = around.exec(address) ?? []
    if (left !== '' && left === [...right].reverse().join('')) address = address.slice(left.length)
    address = withoutEnd(unquoted(address).replace(beforeIt, '')).trim()
    if (address === before) return address
  }
}

/** Quotes around what is in front of the @, which the grammar allows and nothing here needs. */
const unquoted = (address: string): string =>
  address.replace(/^"([^"\\@\s]+)"@/, (whole, local: string) => (localPart.test(local) ? `${local}@` : whole))

/** What is in front of the first question mark of a link. */
const withoutQuery = (link: string): string => link.split('?', 1)[0] ?? ''

/** An address out of a link, where its @ may be written as %40. */
const unescaped = (address: string): string =>
  address.includes('@') ? address : address.replace(/%40/g, '@')

/** An address with the hyphens and apostrophes of a keyboard: phones and text programs make others of them, which no address has. */
const typewritten = (address: string): string =>
  address.replace(/[\p{Pd}\u2212]/gu, '-').replace(/[‘’]/g, "'")

/** A domain as it is compared: lower case, international names in their ASCII form (`bücher.example` → `xn--bcher-kva.example`). */
export function domainKey(text: string): string {
  const domain = folded(text).replaceAll('\u3002', '.')
  if (!typedDomain.test(domain)) return domain
  if (plainDomain.test(domain) && !domain.includes('xn--')) return domain
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return domain
  }
}

/** The domain of an address, as it is compared; empty where there is none. */
export function domainOf(email: string): string {
  if (isTooLong(email)) return ''
  // Bounded: MOST_TYPED, above.
  const composed = email.normalize('NFKC')
  const at = composed.lastIndexOf('@')
  return at < 0 ? '' : domainKey(composed.slice(at + 1))
}

/**
 * The form in which two e-mail addresses are the same exactly when they are equal. For any text; only what
 * {@link emailSchema} accepts is an address.
 */
export function emailKey(text: string): string {
  const address = typewritten(bare(folded(text)))
  const at = address.lastIndexOf('@')
  return at < 0 ? address : `${address.slice(0, at)}@${domainKey(address.slice(at + 1))}`
}

function isEmail(key: string): boolean {
  const at = key.indexOf('@')
  const domain = key.slice(at + 1)
  if (at <= 0 || !localPart.test(key.slice(0, at)) || !asciiDomain.test(domain)) return false
  // Not every `xn--` decodes to a name.
  return !domain.includes('xn--') || URL.canParse(`http://${domain}`)
}

const emailWords = 'Enter one email address, like name@example.com.'

/** What is wrong with something that is no address, as far as it can be said. */
function whatIsWrong(key: string): string {
  if (key === '') return emailWords
  if (!key.includes('@')) return `${emailWords} There is no @ in it.`
  if (/\s/.test(key)) return `${emailWords} There is a space in it.`
  if (key.indexOf('@') !== key.lastIndexOf('@')) return `${emailWords} There is more than one @ in it.`
  if (key.includes(',')) return `${emailWords} There is a comma in it.`
  return !key.slice(key.lastIndexOf('@')).includes('.')
    ? `${emailWords} The part after the @ is not complete.`
    : emailWords
}

/** An e-mail address; the output is its canonical form, the only one that may be stored for sending or put into an envelope. */
export const emailSchema = z
  .string(emailWords)
  .max(MOST_TYPED, { abort: true })
  .overwrite(emailKey)
  .max(254, { error: 'This address is too long.', abort: true })
  .refine(isEmail, { error: ({ input }) => whatIsWrong(String(input)) })

/** What some systems let people have in front of the @, though no mail goes there: in quotes, or with brackets and the like. */
const unmailableLocal = /^(?:"[^"\\@<>,;:]*"|[^\s@"<>,;]+)$/u
const unseen = /\p{Cc}|\p{Surrogate}/u

/**
 * Whether a directory's text is an address, if one that can't be mailed: one of an odd form at a domain that there may be. An
 * account may be known by it, and nothing is ever sent there.
 */
export function isUnmailableAddress(text: string): boolean {
  if (isTooLong(text)) return false
  const key = emailKey(text)
  const at = key.lastIndexOf('@')
  const known = key.length <= 254 && !unseen.test(key) && asciiDomain.test(key.slice(at + 1))
  return known && unmailableLocal.test(key.slice(0, at)) && !isEmail(key)
}

/** An address as its owner writes it, without what is around it: for showing. Never for comparing or sending. */
export function emailSpelling(text: string): string {
  return isTooLong(text) ? text : typewritten(bare(tidied(text)))
}

/** The page of a person at a site, such as https://gitlab.com/robin: its last part is the username. */
const profile =
  /^(?:https?:\/\/[^/?#\s]+|(?:[a-z\d-]+\.)+[a-z]{2,})\/(?:users\/|u\/)?([^/?#\s]+)\/?(?:[?#]\S*)?$/iu
/** What people write in front of a username. */
const nameLabel = /^user ?name\s*:\s*/i
const inQuotes = /^(?:"([^"]+)"|“([^”]+)”|<([^<>]+)>|\(([^()]+)\))$/u

/**
 * A username as its owner writes it: no space around, and without what people put around it: the address of their page, quotes, a
 * comma behind it, the `@` in front.
 */
export function usernameSpelling(text: string): string {
  if (isTooLong(text)) return text
  const name = withoutTail(tidied(text).replace(nameLabel, ''), sign => '.,;:'.includes(sign))
  const bareName = name.replace(inQuotes, '$1$2$3$4').replace(profile, '$1')
  return bareName.trim().replace(/^@/, '')
}

/** The form in which two usernames are the same exactly when they are equal. For any text; {@link usernameSchema} says what is one. */
export function usernameKey(text: string): string {
  return typewritten(folded(usernameSpelling(text)))
}

/** A username; the output keeps its capitals, so compare by {@link usernameKey}. */
export const usernameSchema = z
  .string()
  .max(MOST_TYPED, { abort: true })
  .overwrite(usernameSpelling)
  .max(255, { error: 'This username is too long.', abort: true })
  .refine(
    name => printable.test(name) && !name.startsWith('@') && usernameSpelling(name) === name,
    'Enter one username, without spaces.',
  )
