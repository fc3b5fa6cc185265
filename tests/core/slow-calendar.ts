import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { clockFor } from '@/lib/core/deadlines/deadline'
import type { Law, Span } from '@/lib/core/deadlines/law'
import type { Action } from '@/lib/core/request/request'

export const aDay = fc
  .date({ min: new Date('2024-01-01T12:00:00Z'), max: new Date('2034-12-31T12:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** So many days later, by counting. */
export const step = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()

interface Given {
  holidays: readonly string[]
  pauses: readonly (readonly [string, string])[]
  extended: boolean
  notified: string
}

/** When a law wants its answer, by walking forward one day at a time. */
export function slowly(
  law: Law,
  action: Action,
  received: string,
  { holidays, pauses, extended, notified }: Given,
): string {
  const clock = clockFor(law, action)
  const summer = (day: string) => law.id === 'nz_pa' && (day.slice(5) >= '12-25' || day.slice(5) <= '01-15')
  const closed = (day: string) => (law.id !== 'us_ca' && holidays.includes(day)) || summer(day)
  let day = after(received, clock.respond, closed)
  if (extended && clock.extend) {
    const { by } = clock.extend
    if (!by) day = notified
    else if (by.unit === clock.respond.unit)
      day = after(received, { ...by, n: by.n + clock.respond.n }, closed)
    else day = after(day, by, closed)
  }
  for (let passing = received, left = 0; left < 100; passing = step(passing, 1), left++)
    if (pauses.some(([from, to]) => from <= passing && passing < to)) day = step(day, 1)
  const offDay = (day: string) =>
    (weekday(day) === 0 || (weekday(day) === 6 && law.roll === 'next-working-day') || closed(day)) &&
    law.roll !== 'none'
  while (offDay(day)) day = step(day, 1)
  return day
}

/** Walks forward one day at a time. */
function after(start: string, { n, unit }: Span, closed: (day: string) => boolean): string {
  let day = start
  if (unit === 'months') {
    const month = Temporal.PlainYearMonth.from(start.slice(0, 7)).add({ months: n }).toString()
    while (day.slice(0, 7) !== month) day = step(day, 1)
    while (day.slice(8) !== start.slice(8) && step(day, 1).slice(0, 7) === month) day = step(day, 1)
    return day
  }
  for (let left = n; left > 0; ) {
    day = step(day, 1)
    if (unit === 'days' || (weekday(day) !== 0 && weekday(day) !== 6 && !closed(day))) left -= 1
  }
  return day
}
