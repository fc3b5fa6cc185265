/** What may be sent, for the file chooser. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.webp,.heic,.heif,.txt,.docx,.odt,.zip'

export const fileHint =
  'PDF, photo or scan (PNG, JPEG, HEIC, WebP), Word or OpenDocument, or text. At most 25 MB each, and 50 MB at a time.'

const problems: Readonly<Record<string, (file: string) => string>> = {
  'file-type': file =>
    `${file} can’t be taken. Send a PDF, a photo, a text document or a plain text instead.`,
  'file-too-large': file => `${file} is too large. A file can have 25 MB, and all of them together 200 MB.`,
  'too-many-files': () => 'That is too many files. 20 can be sent with a request.',
  'no-room': () =>
    'There is no room for more documents just now. Try again in a few hours, or send the request without them: you can be asked for them later.',
  'too-many-requests': () => 'That was a lot in a short time. Please try again in an hour.',
}

/** Why files were not taken. Nothing of them was kept. */
export function fileProblem({ reason, file }: { reason: string; file?: string | undefined }): string {
  const words = Object.hasOwn(problems, reason) ? problems[reason] : undefined
  const why = words?.(file ? `“${file}”` : 'The file') ?? 'The files did not arrive whole. Please try again.'
  return `${why} None of the files you just chose were added.`
}

/** A size as people read it. @param bytes */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [unit, size] = bytes < 1_000_000 ? ['kB', bytes / 1000] : ['MB', bytes / 1_000_000]
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}
