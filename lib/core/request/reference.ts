import { plainDigits } from '../account/digits'

const LETTERS = 8
/** A link or a subject line fits. */
const MOST_READ = 300

const inCapitals = (text: string) => plainDigits(text).toUpperCase()

/** The letters and digits of a text as a reference has them, without the `PR` in front of them. */
function lettersOf(text: string): string {
  const letters = inCapitals(text).replace(/[^A-Z0-9]/g, '')
  return letters.length > LETTERS && letters.startsWith('PR') ? letters.slice(2) : letters
}

const hyphenated = (letters: string) =>
  letters.length > 4 ? `PR-${letters.slice(0, 4)}-${letters.slice(4)}` : `PR-${letters}`

/**
 * A reference as people write it, in our spelling: letters and digits decide, no matter what is between them, and `PR` may be left
 * out, or it may be among other words. Anything that can't be one stays as it is, and so does what holds two.
 */
export function referenceFrom(text: string): string {
  const start = text.slice(0, MOST_READ)
  const letters = lettersOf(start)
  if (letters.length === LETTERS) return hyphenated(letters)
  const withPrefix = new Set(referencesIn(start, AMONG_WORDS))
  const found = withPrefix.size > 0 ? withPrefix : new Set(referencesIn(start, WITHOUT_PREFIX))
  const [only] = found
  return only !== undefined && found.size === 1 ? only : text
}

/** A reference with its `PR` among other words, in a subject line or a link; not as part of a longer word. */
const AMONG_WORDS =
  /(?<![\p{L}\p{N}])PR[^\p{L}\p{N}]{0,4}([A-Z0-9]{4})[^\p{L}\p{N}]{0,4}([A-Z0-9]{4})(?!\p{Pd}?[\p{L}\p{N}])/gu
/** The same without its `PR`: in the letters that references are made of, none of which is a vowel, so it is no words. */
const WITHOUT_PREFIX =
  /(?<![\p{L}\p{N}]\p{Pd}?)(?![2-9]{4}[\p{Pd} ]?[2-9]{4})([2-9BCDFGHJKMNPQRSTVWXZ]{4})[\p{Pd} ]?([2-9BCDFGHJKMNPQRSTVWXZ]{4})(?!\p{Pd}?[\p{L}\p{N}])/gu

const referencesIn = (text: string, pattern: RegExp): string[] =>
  [...inCapitals(text).matchAll(pattern)].map(([, first, second]) => `PR-${first}-${second}`)

/** What references may begin with that somebody begins to write so; a text that can't be a beginning has none. */
export function referenceBeginnings(text: string): string[] {
  const all = inCapitals(text.slice(0, 100)).replace(/[^A-Z0-9]/g, '')
  const without = all.startsWith('PR') ? [all.slice(2)] : []
  return [all, ...without].filter(letters => letters.length <= LETTERS && letters !== '').map(hyphenated)
}
