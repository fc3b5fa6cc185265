import { windowEnd } from '../deadlines/days'
import { taskPlans } from '../handbook/tasks/index'
import { filesOf } from '../request/current'
import type { FileRecord } from '../request/file-record'
import type { PrivacyRequest } from '../request/request'
import { downloadDays } from './file-limits'

/** What was put together for the person, and until when they can have it. */
export interface HandedOver {
  files: FileRecord[]
  until: Date
  isOpen: boolean
}

/**
 * Files that a completed task hands over; null where there are none. They can be had until the end of the fourteenth day
 * after completion, also once the request has closed, but not where it ended in another way than by being fulfilled.
 * @param timeZone IANA name; the organisation's
 */
export function handedOver(request: PrivacyRequest, now: Date, timeZone: string): HandedOver | null {
  if (request.state !== 'processing' && request.outcome !== 'fulfilled') return null
  const done = request.tasks.filter(
    task => taskPlans.get(task.key)?.handsOver && task.resolution === 'complete' && task.resolvedAt,
  )
  const files = done.flatMap(task => filesOf(request, task.id)).filter(file => file.purpose === 'hand-over')
  const completedAt = done.map(task => task.resolvedAt).findLast(at => at !== null)
  if (!completedAt || files.length === 0) return null
  const until = windowEnd(completedAt, downloadDays, timeZone)
  return { files, until, isOpen: now <= until }
}
