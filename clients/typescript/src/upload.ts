/**
 * A file to send: bytes alone, or with the name that they get. A `File` brings its own name.
 * In Node, `openAsBlob` of `node:fs` makes one that is read as it is sent.
 */
export type Upload = Blob | { blob: Blob; name: string }

/** The fields of a form, with those left out that have no value. */
export function formOf(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value, 'name' in value ? String(value.name) : 'file')
    else if (isNamed(value)) form.append(name, value.blob, value.name)
    else if (value !== undefined) form.append(name, String(value))
  }
  return form
}

const isNamed = (value: unknown): value is { blob: Blob; name: string } =>
  typeof value === 'object' &&
  value !== null &&
  'blob' in value &&
  value.blob instanceof Blob &&
  'name' in value &&
  typeof value.name === 'string'
