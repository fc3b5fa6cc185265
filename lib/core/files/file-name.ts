import { withoutTail } from '../account/tail'

/** File systems take 255 bytes, and nobody reads more. */
const LONGEST = 255

/** Characters that hide, turn text around, name a path, or that some system forbids in a name. */
const UNFIT = /\p{Cc}|\p{Cf}|\p{Surrogate}|\p{Zl}|\p{Zp}|[<>:"/\\|?*]/gu

/** Nothing beyond this is looked at; a path may stand before the name. */
const MOST_SENT = 5000

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text).length

/** Cuts a text to so many bytes of UTF-8, never through a character. */
function cutTo(text: string, most: number): string {
  let bytes = 0
  let cut = ''
  for (const character of text) {
    bytes += bytesOf(character)
    if (bytes > most) break
    cut += character
  }
  return cut
}

const trimmed = (text: string) =>
  withoutTail(text.replace(/^[.\s]+/, ''), sign => sign === '.' || sign.trim() === '')

/** The last part of a name after a dot, in lower case, without the dot; two parts for `.tar.gz`. Empty where there is none. */
export function extensionOf(name: string): string {
  const found = name.toLowerCase().match(/.\.(tar\.gz|[a-z0-9]{1,10})$/)
  return found?.[1] ?? ''
}

/**
 * A name that somebody sent as it may be kept and offered for download: no path, no control, invisible or bidirectional
 * characters, not hidden, at most 255 bytes. A name whose end doesn't fit what the file is gets the fitting one.
 * @param fitting extensions of what the file was found to be, the usual one first
 */
export function cleanFileName(sent: string, fitting: readonly string[]): string {
  const last = sent.slice(-MOST_SENT).split(/[/\\]/).pop() ?? ''
  // Bounded: MOST_SENT, above.
  const plain = trimmed(
    last
      .replace(UNFIT, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .replace(/\.{2,}/g, '.'),
  )
  const given = extensionOf(plain)
  const [usual = 'bin'] = fitting
  const end = fitting.includes(given) ? plain.slice(plain.length - given.length) : usual
  const stem = fitting.includes(given) ? plain.slice(0, -given.length - 1) : plain
  return `${trimmed(cutTo(stem, LONGEST - end.length - 1)) || 'file'}.${end}`
}
