import { Temporal } from 'temporal-polyfill'
import { clockFor } from '@/lib/core/deadlines/deadline'
import type { Law, PauseReason, Span } from '@/lib/core/deadlines/law'
import type { Action } from '@/lib/core/request/request'
import fc from '@/tests/support/property'

export const aDay = fc
  .date({ min: new Date('2024-01-01T12:00:00Z'), max: new Date('2034-12-31T12:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** So many days later, by counting. */
export const step = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()

/** From, to (null: not answered) and what was awaited; identity where nothing is said. */
export type SlowPause = readonly [string, string | null, PauseReason?]

interface Given {
  holidays: readonly string[]
  pauses: readonly (readonly [string, string, PauseReason])[]
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
  const respond = (from: string) => after(from, clock.respond, closed)
  const by = clock.extend?.by
  const longest = (from: string) =>
    by?.unit === clock.respond.unit
      ? after(from, { ...by, n: by.n + clock.respond.n }, closed)
      : by
        ? after(respond(from), by, closed)
        : notified
  const offDay = (day: string) =>
    (weekday(day) === 0 || (weekday(day) === 6 && law.roll === 'next-working-day') || closed(day)) &&
    law.roll !== 'none'
  const rolled = (day: string) => {
    let next = day
    while (offDay(next)) next = step(next, 1)
    return next
  }
  if (!extended || !clock.extend) return rolled(paused(received, respond, rolled, law, action, pauses))
  const chosen = paused(
    received,
    () => notified,
    day => day,
    law,
    action,
    pauses,
  )
  const limit = rolled(paused(received, longest, rolled, law, action, pauses))
  return by && limit < chosen ? limit : chosen
}

/** Takes the pauses one after the other, as they happened. */
function paused(
  received: string,
  endFrom: (day: string) => string,
  rolled: (day: string) => string,
  law: Law,
  action: Action,
  pauses: Given['pauses'],
): string {
  let end = endFrom(received)
  const left: string[] = []
  for (const [from, to, reason] of pauses.toSorted()) {
    const rule = law.pausesFor.find(rule => rule.reason === reason)
    const isKnown = rule && (!rule.actions || rule.actions.includes(action))
    if (!isKnown || from > rolled(end)) continue
    if (from > end) end = rolled(end)
    if (rule.how === 'begins-anew') end = [end, endFrom(to)].toSorted().at(-1) ?? end
    const last = rule.how === 'leaves-out-both-days' ? to : step(to, -1)
    for (let day = from; rule.how !== 'begins-anew' && day <= last; day = step(day, 1)) {
      if (!left.includes(day)) end = step(end, 1)
      left.push(day)
    }
  }
  return end
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
