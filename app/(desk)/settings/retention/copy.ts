import { downloadDays } from '@/lib/core/files/file-limits'
import type { RetentionDays } from '@/lib/core/settings/retention'

/** "1 day", "30 days" */
export const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`

const counting = (singular: string, many: string) => (n: number) =>
  `${n >= 100 ? '100 or more' : n} ${n === 1 ? singular : many}`

interface Class {
  key: keyof RetentionDays
  label: string
  /** What leaves, and from when it is counted. */
  means: string
  counted(n: number): string
  least?: number
}

/** Each period in words. */
export const classes: readonly Class[] = [
  {
    key: 'content',
    label: 'Content of a request',
    means:
      'From closing: names, addresses, messages, notes, answers, checks, tasks and files. Notes, links and places of off-channel entries and complaints from the public form, too, from their end, or from the day they were logged where nobody ended them.',
    counted: counting('request', 'requests'),
  },
  {
    key: 'unconfirmed',
    label: 'Never confirmed',
    means: 'From closing: the content of a request whose mailbox nobody confirmed.',
    counted: counting('request', 'requests'),
  },
  {
    key: 'proofs',
    label: 'Proofs',
    means:
      'From Privacy’s decision, or from closing where none was made: proofs of a death, of authority and of identity.',
    counted: counting('file', 'files'),
  },
  {
    key: 'packages',
    label: 'Packages',
    means: 'From closing: the files that were handed over to the person.',
    counted: counting('file', 'files'),
    least: downloadDays,
  },
]
