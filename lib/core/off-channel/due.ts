import { appealDeadline } from '../deadlines/appeal'
import { closedDaysOf } from '../deadlines/closed-days'
import { dayOf } from '../deadlines/days'
import { deadline } from '../deadlines/deadline'
import { basisOf } from '../deadlines/law-basis'
import { lawFor } from '../deadlines/law-for'
import { lawsNow, ruleOf } from '../deadlines/law-versions'
import { complaintUnder } from '../deadlines/remedies'
import type { Context } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import type { OffChannelAnswer } from './off-channel'

/** When it reached us, and where the person lives, where they said it. */
type Arrival = Pick<PrivacyRequest, 'receivedAt' | 'country' | 'region'>
/** By when it is to be answered, under which law, and why that. */
export type EntryDue = Pick<PrivacyRequest, 'dueOn' | 'dueRule' | 'lawBasis'>

/**
 * By when an arrival is to be answered, counted from the day on which it reached us: by the law of the place where the person
 * lives, or by the organisation's default law where nobody knows it.
 * @returns null where the handbook's answer is all that there is to it, or a request is opened
 */
export function dueOf(
  { privacyBy, countsFor }: OffChannelAnswer,
  { receivedAt, country, region }: Arrival,
  { rules, timeZone, holidaysOf, now }: Pick<Context, 'rules' | 'timeZone' | 'holidaysOf' | 'now'>,
): EntryDue | null {
  const action = privacyBy ?? countsFor
  if (!action) return null
  const day = dayOf(receivedAt, timeZone).toString()
  const law = lawFor(lawsNow(rules.lawVersions), country, region, day, rules.defaultLaw)
  const calendar = closedDaysOf(rules.calendar, holidaysOf)
  const dueRule = ruleOf(law)
  const why = { dueRule, lawBasis: basisOf(dueRule, { country, region }) }
  if (action === 'complaint') {
    const appeal = complaintUnder(law, receivedAt, timeZone)
    return { ...why, dueOn: appealDeadline({ law, appeal, receivedAt, timeZone, calendar }).dueOn }
  }
  return { ...why, dueOn: deadline({ law, action, receivedAt, timeZone, calendar, now }).dueOn }
}

/** When somebody who waits for an answer is told that we are still working on it: once, at half of the time. */
export const progressOf = (receivedAt: Date, dueOn: Date): Date => new Date((+receivedAt + +dueOn) / 2)

/** Days before its due date on which Privacy is reminded of an entry, and on the due day itself. */
const remindedBefore = [5, 1, 0] as const

/** When Privacy is next reminded of an entry that is due then; null where no reminder is left. */
export function nextReminderOf(dueOn: Date, now: Date, timeZone: string): Date | null {
  const dueDay = dayOf(dueOn, timeZone)
  const starts = remindedBefore.map(
    days => new Date(dueDay.subtract({ days }).toZonedDateTime({ timeZone }).epochMilliseconds),
  )
  return starts.find(at => at > now) ?? null
}
