import { z } from 'zod'
import { emailKey, emailSchema, emailSpelling, isUnmailableAddress, usernameSchema } from './matching'

/** What one cell of a directory file says, or what is wrong with it. Never quotes what could be personal data. */
export type Cell<Value> = { value: Value } | { wrong: string }
export type CellReader<Value> = (text: string) => Cell<Value>

/** An address of an account: `key` to compare by, `email` as the directory spells it. */
export interface DirectoryAddress {
  key: string
  email: string
}

const MOST_ADDRESSES = 100
/** What the database's integer holds. */
const MOST_COUNTED = 2_147_483_647

/** A column's schema from what reads its cells; the space around a cell doesn't count. */
export function column<Value>(read: CellReader<Value>) {
  return z.string().transform((text, context): Value => {
    const cell = read(unprotected(text.trim()))
    if ('value' in cell) return cell.value
    context.addIssue({ code: 'custom', message: cell.wrong })
    return z.NEVER
  })
}

/** `="00042"`, as programs write a text that a spreadsheet is not to take for a number. */
const unprotected = (text: string): string => /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text

/** What databases write for a cell that says nothing. */
const says = (text: string): boolean => !/^(?:null|\\n)?$/i.test(text)

/** Empty is "not known", which is never the same as "no" or 0. */
export function optional<Value>(read: CellReader<Value>): CellReader<Value | null> {
  return text => (says(text) ? read(text) : { value: null })
}

/** A value worth showing; one that might be a name, an address or a terminal's control sequence is not. */
function shown(text: string): string {
  if (text === '') return 'empty'
  return /^[A-Za-z0-9_.-]{1,30}$/.test(text) ? `"${text}"` : 'what it says'
}

/** One of a closed list of words, in small or capital letters. */
export function word<const Word extends string>(list: readonly Word[]): CellReader<Word> {
  return text => {
    const value = list.find(allowed => allowed === text.toLowerCase())
    return value === undefined ? { wrong: `${shown(text)} is not one of ${list.join(', ')}` } : { value }
  }
}

/** A few harmless words, such as the name of a plan. */
export const words: CellReader<string> = text =>
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._+()/-]{0,59}$/u.test(text)
    ? { value: text }
    : { wrong: 'at most 60 letters, digits, spaces and . _ + - ( ) /' }

/** The words of databases, of people, and of spreadsheets in German, French, Spanish, Portuguese and Italian. */
const yes = /^(?:true|t|yes|y|1|wahr|vrai|verdadero|verdadeiro|vero)$/i
const no = /^(?:false|f|no|n|0|falsch|faux|falso)$/i

/** `true` or `false`, or a word that can't mean anything else. */
export const truth: CellReader<boolean> = text =>
  yes.test(text) || no.test(text)
    ? { value: yes.test(text) }
    : { wrong: `${shown(text)} is not true or false` }

/** What programs make of a name or an id that they take for a number or a formula: what it was is lost. */
const spoilt: readonly (readonly [RegExp, string])[] = [
  [
    /^\d(?:(?:[.,]\d+)?E\+|[.,]\d+E)\d+$/i,
    'a number that a spreadsheet has shortened; save this column as text',
  ],
  [/^\d+[.,]0+$/, 'a number that was given decimals; save this column as text'],
  [
    /^\d{1,3}(?:(?:,\d{3})+|(?:['’]\d{3})+|(?:\.\d{3}){2,})$/,
    'a number that was given separators for thousands; save this column as text',
  ],
  [/^#+$/, 'what a spreadsheet shows where a column is too narrow; make it wider'],
  [/^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!)$/i, 'an error of a spreadsheet, not a value'],
]
const spoiltWords = (text: string): string | undefined => spoilt.find(([pattern]) => pattern.test(text))?.[1]

/** A whole number from 0; a program that knows decimals only writes `3.0`. */
export const whole: CellReader<number> = text =>
  /^\d{1,10}(?:\.0+)?$/.test(text) && Number(text) <= MOST_COUNTED
    ? { value: Number(text) }
    : { wrong: `${shown(text)} is not a whole number from 0` }

/** A day that the calendar has, as `YYYY-MM-DD`. */
export const date: CellReader<string> = text => {
  const [, year, month, day] = /^([12]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // 30 February would have become 2 March.
  const real = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
  return real ? { value: text } : { wrong: `${shown(text)} is not a date like 2026-01-31` }
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const countries = new Map<string, boolean>()
/** Codes of two letters that name no country: unions, tests, and what isn't known. */
const noCountry = /^(?:EU|EZ|UN|ZZ|X[AB]|Q[M-Z])$/
/** A country of ISO 3166-1 by its two letters. Informal names, such as UK for GB, would match nobody. */
export const country: CellReader<string> = text => {
  const code = text.toUpperCase()
  if (!/^[A-Z]{2}$/.test(code)) return { wrong: `${shown(text)} is not a country of two letters, like DE` }
  const known =
    countries.get(code) ??
    (!noCountry.test(code) &&
      regionNames.of(code) !== undefined &&
      new Intl.Locale(`und-${code}`).region === code)
  countries.set(code, known)
  return known ? { value: code } : { wrong: `${shown(text)} is not a country of ISO 3166-1` }
}

/** A state, province or region by its ISO 3166-2 code, such as US-CA. */
export const region: CellReader<string> = text => {
  const code = text.toUpperCase()
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) && 'value' in country(code.slice(0, 2))
    ? { value: code }
    : { wrong: `${shown(text)} is not a region’s code, like US-CA` }
}

export const username: CellReader<string> = text => {
  const wrong = spoiltWords(text)
  if (wrong) return { wrong }
  const parsed = usernameSchema.safeParse(text)
  return parsed.success ? { value: parsed.data } : { wrong: 'not a username' }
}

/** The product's own id of an account, kept letter by letter. */
export const id: CellReader<string> = text => {
  const wrong = spoiltWords(text)
  if (wrong) return { wrong }
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]{1,255}$/u.test(text)
    ? { value: text }
    : { wrong: 'not an id: at most 255 characters, without spaces' }
}

/** An address of an account. One that no mail can go to is an address of it all the same. */
export const email: CellReader<DirectoryAddress> = text => {
  const parsed = emailSchema.safeParse(text)
  if (parsed.success) return { value: { key: parsed.data, email: emailSpelling(text) } }
  return isUnmailableAddress(text)
    ? { value: { key: emailKey(text), email: emailSpelling(text) } }
    : { wrong: 'not an email address' }
}

/** Addresses between semicolons, each once. */
export const emailList: CellReader<DirectoryAddress[]> = text => {
  const found = new Map<string, DirectoryAddress>()
  for (const part of text.split(';')) {
    if (!says(part.trim())) continue
    const cell = email(part)
    if ('wrong' in cell) return { wrong: 'has something that is not an email address (separate them by ;)' }
    if (!found.has(cell.value.key)) found.set(cell.value.key, cell.value)
    if (found.size > MOST_ADDRESSES) return { wrong: `more than ${MOST_ADDRESSES} addresses` }
  }
  return { value: [...found.values()] }
}
