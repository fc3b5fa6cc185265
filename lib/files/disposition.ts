import { z } from 'zod'

/** What the headers of a form's part say of it. */
export interface Disposition {
  name: string
  filename: string | null
}

const headersSchema = z.record(z.string(), z.array(z.string()))

/** Colon, space and line end around each header. */
const AROUND = 4

/** Browsers write quotes and line ends within a value as `%22`, `%0D` and `%0A`; others escape quotes by a backslash. */
const unescaped = (text: string) =>
  text
    .replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Bounded: by `most` of {@link dispositionOf}. */
function parameter(header: string, name: string): string | null {
  const found = header.match(new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]*))`, 'i'))
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : unescaped(value)
}

/**
 * Reads the headers of a part.
 * @param parsed each header's values by its lower-case name, a character a byte
 * @param most how long the headers may be together
 * @returns null where they are longer, or name no field
 */
export function dispositionOf(parsed: object, most: number): Disposition | null {
  const headers = headersSchema.parse(parsed)
  const sizes = Object.entries(headers).flatMap(([name, values]) =>
    values.map(value => name.length + value.length + AROUND),
  )
  if (sizes.reduce((sum, size) => sum + size, 0) > most) return null
  const line = Buffer.from(headers['content-disposition']?.[0] ?? '', 'latin1').toString('utf8')
  const name = /^form-data\s*;/i.test(line.trimStart()) ? parameter(line, 'name') : null
  return name === null ? null : { name, filename: parameter(line, 'filename') }
}
