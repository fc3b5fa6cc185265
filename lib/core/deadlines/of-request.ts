import { typeOf } from '../handbook/request-types/type-of'
import type { PrivacyRequest } from '../request/request'
import { type ClosedDays, closedDaysOf, type HolidaysOf } from './closed-days'
import { dayOf, zoneOf } from './days'
import { clockFor, type Deadline, type DeadlineInput, type DueDates, deadline, dueDates } from './deadline'
import type { ExtensionReason, Law } from './law'
import { lawFor } from './law-for'
import { type LawVersion, lawOfRule, lawsNow } from './law-versions'

/** What a request's due date is counted from. */
export type Clocked = Pick<
  PrivacyRequest,
  | 'type'
  | 'country'
  | 'region'
  | 'receivedAt'
  | 'timeZone'
  | 'dueRule'
  | 'calendar'
  | 'pauses'
  | 'extendedAt'
  | 'extensionReason'
  | 'notifiedDay'
  | 'overdueSince'
>

/** What counting a deadline needs to know besides the request. */
export interface Knows {
  now: Date
  /** IANA name; the organisation's, for a requester whose own isn't known. */
  timeZone: string
  rules: { defaultLaw: string; lawVersions: readonly LawVersion[] }
  holidaysOf: HolidaysOf
}

/** The calendar that a request keeps: the organisation's, as it was when the request was received. */
export const calendarOf = (
  { calendar }: Pick<PrivacyRequest, 'calendar'>,
  { holidaysOf }: Pick<Knows, 'holidaysOf'>,
): ClosedDays => closedDaysOf(calendar, holidaysOf)

/** The law that a request is answered under: the one written on it, in that version, else the one of its jurisdiction now. */
export function lawOf(request: Clocked, { timeZone, rules }: Pick<Knows, 'timeZone' | 'rules'>): Law {
  const kept = lawOfRule(request.dueRule, rules.lawVersions)
  if (kept) return kept
  const receivedOn = dayOf(request.receivedAt, zoneOf(request, timeZone)).toString()
  return lawFor(lawsNow(rules.lawVersions), request.country, request.region, receivedOn, rules.defaultLaw)
}

/** Whether the law lets us take longer over what was asked. */
export const allowsMoreTime = (request: Clocked, knows: Pick<Knows, 'timeZone' | 'rules'>): boolean =>
  clockFor(lawOf(request, knows), typeOf(request).action).extend !== undefined

/** The law's clock for this request, with its working. What is awaited is counted as if it came now. */
export function deadlineOf(request: Clocked, context: Knows): Deadline & { law: Law } {
  const law = lawOf(request, context)
  return { ...deadline(inputOf(request, law, context)), law }
}

/** The same without the working, for what only decides. */
export function dueDatesOf(request: Clocked, context: Knows): DueDates & { law: Law } {
  const law = lawOf(request, context)
  return { ...dueDates(inputOf(request, law, context)), law }
}

const inputOf = (request: Clocked, law: Law, context: Knows): DeadlineInput => ({
  law,
  action: typeOf(request).action,
  receivedAt: request.receivedAt,
  timeZone: zoneOf(request, context.timeZone),
  whoseZone: request.timeZone ? 'time zone of the person' : 'time zone of the organisation',
  calendar: calendarOf(request, context),
  pauses: request.pauses,
  extended: request.extendedAt !== null,
  reason: request.extensionReason ?? undefined,
  toldAt: request.extendedAt ?? undefined,
  notifiedDay: request.notifiedDay ?? undefined,
  overdueSince: request.overdueSince ?? undefined,
  now: context.now,
})

type Recounted = DueDates & { law: Law } & Pick<Clocked, 'overdueSince' | 'notifiedDay'>

/**
 * The clock of a request that was changed: what was due before the change, and isn't answered yet, stays overdue, even under
 * a law that would have given longer; and the day that an extension promised holds, however far another law would go.
 * @param former the request before the change
 */
export function recounted(
  former: Clocked & Pick<PrivacyRequest, 'dueOn'>,
  changed: Clocked,
  context: Knows,
): Recounted {
  const notifiedDay = changed.notifiedDay ?? promisedDay(former, changed, context)
  const request = { ...changed, notifiedDay }
  const computed = dueDatesOf(request, context)
  // What is awaited only makes a date later than it was when it was last counted.
  if (former.dueOn >= context.now) return { ...computed, notifiedDay, overdueSince: request.overdueSince }
  const was = dueDatesOf(former, context).dueOn
  if (was >= context.now || computed.dueOn <= was)
    return { ...computed, notifiedDay, overdueSince: request.overdueSince }
  return { ...dueDatesOf({ ...request, overdueSince: was }, context), notifiedDay, overdueSince: was }
}

/** The day that the person was told when the answer was put off, where another law or type now counts; else null. */
function promisedDay(former: Clocked, changed: Clocked, context: Knows): string | null {
  const { extendedAt } = former
  const isSame = lawOf(former, context).id === lawOf(changed, context).id && former.type === changed.type
  if (!extendedAt || isSame) return null
  const pauses = former.pauses
    .filter(({ from }) => from < extendedAt)
    .map(pause => ({ ...pause, to: pause.to && pause.to < extendedAt ? pause.to : null }))
  const told = dueDatesOf({ ...former, pauses }, { ...context, now: extendedAt })
  return dayOf(told.dueOn, zoneOf(former, context.timeZone)).toString()
}

/** What the message says for a coded reason. */
export const extensionWords: Readonly<Record<ExtensionReason, string>> = {
  complexity: 'Your request is complex, and it takes longer than usual to answer it properly.',
  'number-of-requests': 'You have made several requests, and we answer them together.',
  interference: 'Answering sooner would unreasonably interfere with our work.',
  consultation: 'We have to consult others before we can answer.',
  'format-conversion': 'Your data has to be converted into another format.',
  other: 'We need more time to answer your request properly.',
}
