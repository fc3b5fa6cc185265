const LETTERS = 8

/** The letters and digits of a text as a reference has them, without the `PR` in front of them. */
function lettersOf(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return letters.length > LETTERS && letters.startsWith('PR') ? letters.slice(2) : letters
}

const hyphenated = (letters: string) =>
  letters.length > 4 ? `PR-${letters.slice(0, 4)}-${letters.slice(4)}` : `PR-${letters}`

/**
 * A reference as people write it, in our spelling: letters and digits decide, no matter what is between them, and `PR` may be left
 * out. Anything that can't be one stays as it is.
 */
export function referenceFrom(text: string): string {
  const letters = lettersOf(text.slice(0, 100))
  return letters.length === LETTERS ? hyphenated(letters) : text
}

/** What references may begin with that somebody begins to write so; a text that can't be a beginning has none. */
export function referenceBeginnings(text: string): string[] {
  const all = text
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const without = all.startsWith('PR') ? [all.slice(2)] : []
  return [all, ...without].filter(letters => letters.length <= LETTERS && letters !== '').map(hyphenated)
}
