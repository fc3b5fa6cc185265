import type { Temporal } from 'temporal-polyfill'
import { openAppeal } from '../request/current'
import type { PrivacyRequest, State } from '../request/request'
import { dayOf, zoneOf } from './days'

/** When a reminder of a due date is sent: half of the time is gone, five days and one day before it, and on the day itself. */
export const reminderKinds = ['half-time', 'five-days', 'one-day', 'due-day'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export interface Reminder {
  kind: ReminderKind
  at: Date
  /** Under which the request remembers it: half time comes once, the others once a due date. */
  mark: string
  /** Whose due date it is: the request's own, or that of the appeal against how it ended. */
  of: 'request' | 'appeal'
}

type Clocked = Pick<
  PrivacyRequest,
  'state' | 'receivedAt' | 'dueOn' | 'timeZone' | 'deadlineReminders' | 'appeals'
>

/** Before the mailbox is confirmed there is nothing that a team could do. */
const worked: readonly State[] = ['checking', 'verifying', 'processing']

/**
 * The reminders that are still to come or have come due unsaid, earliest first; none for a request that nobody works on. An
 * open appeal has its own, independent of the request's state.
 * @param timeZone IANA name; the organisation's, for requesters whose own is not known
 */
export function remindersOf(request: Clocked, timeZone: string): Reminder[] {
  const zone = zoneOf(request, timeZone)
  const own = worked.includes(request.state) ? remindersFor('request', '', request, zone) : []
  const appeal = openAppeal(request)
  const its = appeal ? remindersFor('appeal', `${appeal.id}:`, appeal, zone) : []
  return [...own, ...its]
    .filter(({ mark }) => !request.deadlineReminders.includes(mark))
    .toSorted((a, b) => +a.at - +b.at)
}

function remindersFor(
  of: Reminder['of'],
  prefix: string,
  { receivedAt, dueOn }: Pick<PrivacyRequest, 'receivedAt' | 'dueOn'>,
  zone: string,
): Reminder[] {
  const dueDay = dayOf(dueOn, zone)
  const before = (kind: ReminderKind, days: number): Reminder => ({
    of,
    kind,
    at: startOf(dueDay.subtract({ days }), zone),
    mark: `${prefix}${kind}@${dueDay.toString()}`,
  })
  const halfTime = new Date((+receivedAt + +dueOn) / 2)
  const reminders: Reminder[] = [
    { of, kind: 'half-time', at: halfTime, mark: `${prefix}half-time` },
    before('five-days', 5),
    before('one-day', 1),
    before('due-day', 0),
  ]
  return reminders.filter(({ at }) => at > receivedAt)
}

const startOf = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds)

/** When the clock has to look at this request again, or null; the store keeps it as a column for the worker to find. */
export const nextReminderAt = (request: Clocked, timeZone: string): Date | null =>
  remindersOf(request, timeZone)[0]?.at ?? null
