import { closedDaysOf } from '../deadlines/closed-days'
import { dayOf } from '../deadlines/days'
import { deadline } from '../deadlines/deadline'
import { lawFor } from '../deadlines/law-for'
import { lawsNow } from '../deadlines/law-versions'
import type { Context } from '../machine/decision'
import type { OffChannelAnswer } from './off-channel'

/**
 * By when Privacy answers an arrival: by the organisation's default law, since nobody knows where the person lives.
 * @returns null where the person is sent to the form instead, or a request is opened
 */
export function dueOf(
  { privacyBy: action }: OffChannelAnswer,
  receivedAt: Date,
  { rules, timeZone, holidaysOf, now }: Pick<Context, 'rules' | 'timeZone' | 'holidaysOf' | 'now'>,
): Date | null {
  if (!action) return null
  const day = dayOf(receivedAt, timeZone).toString()
  const law = lawFor(lawsNow(rules.lawVersions), null, null, day, rules.defaultLaw)
  const calendar = closedDaysOf(rules.calendar, holidaysOf)
  return deadline({ law, action, receivedAt, timeZone, calendar, now }).dueOn
}
