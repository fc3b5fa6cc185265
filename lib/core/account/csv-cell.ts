/**
 * A value as one cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula, a command or a new line is
 * made plain text by a leading apostrophe; NUL is left out, as nothing reads it.
 */
export function csvCell(value: string): string {
  const text = value.replaceAll('\0', '')
  const safe = /^[\s]*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
