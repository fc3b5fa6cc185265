/**
 * What somebody typed into a form, as it may be kept: one kind of line break, without the characters that can't be shown
 * or stored (NUL, halves of a pair). Nothing is cut off: what is too long is given back whole, to be shortened. Anything but
 * text is empty.
 */
export function typedText(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}|\p{Surrogate}/gu, '')
}
