import type { Temporal } from 'temporal-polyfill'
import { dayOf, endOfDay } from './days'

export const oneMonthRule = 'eu-one-month'

/**
 * Answer due within one month of receipt: the same-numbered day of the next month, or that month's last day, moved past a
 * Saturday, Sunday or public holiday. Sources: GDPR art. 12(3); Regulation (EEC, Euratom) 1182/71 art. 3.
 * @param isHoliday public holidays of the member state concerned
 * @returns the last second of the due day in `timeZone`
 */
export function oneMonthDue(
  receivedAt: Date,
  timeZone: string,
  isHoliday: (day: Temporal.PlainDate) => boolean = () => false,
): Date {
  let day = dayOf(receivedAt, timeZone).add({ months: 1 })
  while (day.dayOfWeek > 5 || isHoliday(day)) day = day.add({ days: 1 })
  return endOfDay(day, timeZone)
}
