/** Bytes that no text has: controls but for tab, line feed, form feed and carriage return. */
const isControl = (byte: number) => (byte < 32 && ![9, 10, 12, 13].includes(byte)) || byte === 127

/** Whether a piece of a file could be part of a text. */
export const isTextual = (chunk: Uint8Array): boolean => !chunk.some(isControl)

/** Whether a text begins as a page, a drawing, a script or another program's document does, rather than something to read. */
export const isActiveText = (head: Uint8Array): boolean =>
  /^(\xef\xbb\xbf)?\s*(<|#!|\{\\rtf|%!PS)/i.test(Buffer.from(head).toString('latin1'))
