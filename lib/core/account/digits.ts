import { visible } from './invisible'

/** The zeros of the scripts that have digits of their own on people's keyboards; nine digits follow each. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
  0x17e0,
]

const asciiOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find(zero => code >= zero && code <= zero + 9)
  return zero === undefined ? digit : String(code - zero)
}

/** A link or a subject line fits. Composing takes long over a hostile text. */
const MOST_READ = 300

/** The beginning of a text with the digits 0 to 9 for those of any keyboard, such as `٤` or `４`, and without what can't be seen. */
export const plainDigits = (text: string): string =>
  // Bounded: MOST_READ.
  visible(text.slice(0, MOST_READ).normalize('NFKC')).replace(/\p{Nd}/gu, asciiOf)

/** The six digits of a code that was mailed, no matter what is typed or pasted around or between them; null where there are others. */
export function codeFrom(text: string): string | null {
  if (text.length > MOST_READ) return null
  const digits = plainDigits(text).replace(/\P{Nd}/gu, '')
  return /^[0-9]{6}$/.test(digits) ? digits : null
}
