import type { FileRecord } from '../request/file-record'

const MB = 1024 * 1024

/** What one file, and all files of one request together, may weigh in bytes; and how many there may be. */
export const fileLimits = { bytes: 25 * MB, files: 20, totalBytes: 200 * MB } as const

/** What one form or call with several files may carry, the form around them included. */
export const uploadBytes = 52 * MB

/** Room that is left on a request. Files that were taken away no longer count. */
export function roomFor(files: readonly Pick<FileRecord, 'size' | 'removedAt'>[], size: number) {
  const kept = files.filter(file => !file.removedAt)
  const total = kept.reduce((sum, file) => sum + file.size, 0)
  if (kept.length >= fileLimits.files) return 'too-many-files'
  return size > fileLimits.bytes || total + size > fileLimits.totalBytes ? 'file-too-large' : 'room'
}

/** Files that were handed over can be downloaded for so many days, also after closing. */
export const downloadDays = 14
