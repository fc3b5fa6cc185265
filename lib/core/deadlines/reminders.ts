import type { Temporal } from 'temporal-polyfill'
import type { Request, State } from '../request'
import { dayOf } from './days'

/** When a due date is brought to mind: half of the time is gone, five days and one day before it, and on the day itself. */
export const reminderKinds = ['half-time', 'five-days', 'one-day', 'due-day'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export interface Reminder {
  kind: ReminderKind
  at: Date
  /** Under which the request remembers it: half time comes once, the others once a due date. */
  mark: string
}

type Clocked = Pick<Request, 'state' | 'receivedAt' | 'dueOn' | 'timeZone' | 'deadlineReminders'>

/** Before the mailbox is confirmed there is nothing that a team could do. */
const worked: readonly State[] = ['checking', 'verifying', 'processing']

/**
 * The reminders that are still to come or have come due unsaid, earliest first; none for a request that nobody works on.
 * @param timeZone IANA name; the organisation's, for requesters whose own is not known
 */
export function remindersOf(request: Clocked, timeZone: string): Reminder[] {
  if (!worked.includes(request.state)) return []
  const zone = request.timeZone ?? timeZone
  const { receivedAt, dueOn } = request
  const dueDay = dayOf(dueOn, zone)
  const before = (days: number) => startOf(dueDay.subtract({ days }), zone)
  const reminders: Reminder[] = [
    { kind: 'half-time', at: new Date((+receivedAt + +dueOn) / 2), mark: 'half-time' },
    { kind: 'five-days', at: before(5), mark: `five-days@${dueDay.toString()}` },
    { kind: 'one-day', at: before(1), mark: `one-day@${dueDay.toString()}` },
    { kind: 'due-day', at: before(0), mark: `due-day@${dueDay.toString()}` },
  ]
  return reminders
    .filter(({ at, mark }) => at > receivedAt && !request.deadlineReminders.includes(mark))
    .toSorted((one, other) => +one.at - +other.at)
}

const startOf = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds)

/** When the clock has to look at this request again, or null; the store keeps it as a column for the worker to find. */
export const nextReminderAt = (request: Clocked, timeZone: string): Date | null =>
  remindersOf(request, timeZone)[0]?.at ?? null
