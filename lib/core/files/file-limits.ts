import type { FilePurpose, FileRecord } from '../request/file-record'

const MB = 1024 * 1024

/** What one file, and all files of one request together, may weigh in bytes; and how many there may be. */
export const fileLimits = { bytes: 25 * MB, files: 20, totalBytes: 200 * MB } as const

/** The same for what is handed over to the person, such as exports of projects, counted by itself. */
export const handOverLimits = { bytes: 2000 * MB, files: 20, totalBytes: 10_000 * MB } as const

/** What one form or call with several files may carry, the form around them included. */
export const uploadBytes = 52 * MB

/** What one form or call with a file to hand over may carry. */
export const handOverUploadBytes = handOverLimits.bytes + MB

export const limitsOf = (purpose: FilePurpose) => (purpose === 'hand-over' ? handOverLimits : fileLimits)

/** Room that is left on a request. Files that were taken away no longer count. */
export function roomFor(
  files: readonly Pick<FileRecord, 'size' | 'removedAt' | 'purpose'>[],
  size: number,
  purpose: FilePurpose,
) {
  const limits = limitsOf(purpose)
  const kept = files.filter(file => !file.removedAt && limitsOf(file.purpose) === limits)
  const total = kept.reduce((sum, file) => sum + file.size, 0)
  if (kept.length >= limits.files) return 'too-many-files'
  return size > limits.bytes || total + size > limits.totalBytes ? 'file-too-large' : 'room'
}

/** Files that were handed over can be downloaded for so many days, also after closing. */
export const downloadDays = 14
