/** Nobody types more into one field. */
const MOST_TYPED = 5000

/**
 * What somebody typed into a form, as it may be kept: one kind of line break, without the characters that can't be shown
 * or stored (NUL, halves of a pair), never longer than a field may be. Anything but text is empty.
 */
export function typedText(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value
    .slice(0, MOST_TYPED)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Surrogate}/gu, '')
}
