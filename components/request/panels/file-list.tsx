import type { ReactNode } from 'react'
import { DateText } from '@/components/ui/date-text'
import { Icon } from '@/components/ui/icon'
import { sentence } from '../labels/labels'

export interface ShownFile {
  id: string
  name: string
  /** Bytes. */
  size: number
  addedBy: string
  addedAt: Date
  href: string
}

/** "12.3 kB" */
export function sizeWords(bytes: number): string {
  const [value, unit] =
    bytes < 1e3 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  // In short, bytes have no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  }).format(value)
}

/** Files that this person may open; each download leaves a line in the history. */
export function FileList({
  files,
  empty,
  now,
  timeZone,
  act,
}: {
  files: readonly ShownFile[]
  empty: string
  now: Date
  timeZone: string
  /** What can be done with a file besides downloading it. */
  act?: (file: ShownFile) => ReactNode
}) {
  if (files.length === 0) return <p className="text-ink-soft">{empty}</p>
  return (
    <ul className="flex flex-col gap-1">
      {files.map(file => (
        <li key={file.id} className="flex flex-wrap items-baseline gap-x-3">
          <a
            href={file.href}
            download={file.name}
            className="link inline-flex items-center gap-1.5 break-all"
          >
            <Icon name="download" />
            <bdi>{file.name}</bdi>
          </a>
          <span className="text-sm text-ink-soft">
            {sizeWords(file.size)}, {sentence(file.addedBy).toLowerCase()},{' '}
            <DateText at={file.addedAt} now={now} timeZone={timeZone} />
          </span>
          {act?.(file)}
        </li>
      ))}
    </ul>
  )
}
