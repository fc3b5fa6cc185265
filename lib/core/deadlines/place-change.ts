import { acknowledgedAt } from '../request/acknowledged'
import type { PrivacyRequest } from '../request/request'
import { dayInWords, dayOf } from './days'
import { lawName, lawWhy } from './law-basis'

/** What another place does to a request, as the desk is told before and after it is recorded. */
export interface PlaceChange {
  /** Sentences in the order in which they are read. */
  says: string[]
  /** The answer is due earlier than it was, or is already late. */
  warns: boolean
}

/** @param timeZone IANA name; the organisation's, for a requester whose own isn't known */
export function placeChange(
  before: PrivacyRequest,
  after: PrivacyRequest,
  { now, timeZone }: { now: Date; timeZone: string },
): PlaceChange {
  const day = (instant: Date) => dayInWords(dayOf(instant, after.timeZone ?? timeZone))
  const ends = after.outcome === 'embargoed' && before.outcome !== 'embargoed'
  if (ends)
    return {
      says: ['An export to this place is embargoed: the request ends, and the person is told.'],
      warns: true,
    }
  const says = [
    before.dueRule === after.dueRule
      ? `The law stays: ${lawName(after.dueRule)}.`
      : `The law changes from ${lawName(before.dueRule)} to ${lawName(after.dueRule)}. ${lawWhy(after)}`,
  ]
  const moved = day(before.dueOn) !== day(after.dueOn)
  says.push(
    moved
      ? `The answer is due on ${day(after.dueOn)} instead of ${day(before.dueOn)}.`
      : `The answer is still due on ${day(after.dueOn)}.`,
  )
  if (after.acknowledgeBy && +after.acknowledgeBy !== +(before.acknowledgeBy ?? 0))
    says.push(acknowledgeWords(after, after.acknowledgeBy, day))
  const isLate = after.dueOn < now
  if (isLate) says.push('That day is already past: the answer is late.')
  else if (moved && after.dueOn < before.dueOn) says.push('That is earlier than before.')
  return { says, warns: after.dueOn < before.dueOn || isLate }
}

/** A receipt that has been acknowledged is not to be acknowledged again. */
function acknowledgeWords(request: PrivacyRequest, by: Date, day: (instant: Date) => string): string {
  const on = acknowledgedAt(request)
  if (!on) return `Receipt has to be acknowledged by ${day(by)}.`
  return `Receipt was acknowledged on ${day(on)}${on > by ? `, after ${day(by)}, by which it was due` : ''}.`
}
