import { sentence } from '@/components/request/labels/labels'
import type { DueSweep, ParkedTry } from '@/lib/store/database/due-tries'

const names: Readonly<Record<Exclude<DueSweep, 'parts'>, string>> = {
  windows: 'End of a response window',
  reminders: 'Reminder in a response window',
  holds: 'End of a hold',
  authorities: 'Reminder to validate an authority',
  deadlines: 'Reminder of a due date',
  complaints: 'Word to somebody who complained',
  'off-channel': 'Reminder of an off-channel entry',
  files: 'Erasing a file',
  content: 'Erasing the content of a request',
  orphans: 'Erasing a file that belongs to nothing',
  'change-mails': 'Mail about a change of usage data',
  partitions: 'Erasing usage data',
}

const isNamed = (sweep: string): sweep is keyof typeof names => Object.hasOwn(names, sweep)

/** What was due, in words. What no sweep of this version knows keeps its key. */
export function dueName({ sweep, id }: Pick<ParkedTry, 'sweep' | 'id'>): string {
  if (sweep === 'parts') return `Regular work: ${id}`
  return isNamed(sweep) ? names[sweep] : sentence(sweep)
}
