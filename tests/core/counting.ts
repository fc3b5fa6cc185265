import { deadline } from '@/lib/core/deadlines/deadline'
import type { Law } from '@/lib/core/deadlines/law'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Action } from '@/lib/core/request/request'
import { at, local, zone } from './runner'
import { type SlowPause, step } from './slow-calendar'

/** A law by its id. */
export const lawOf = (id: string): Law => {
  const law = laws.find(law => law.id === id)
  if (!law) throw new Error(`no law ${id}`)
  return law
}

export interface Counting {
  action?: Action
  extended?: boolean
  notified?: string
  holidays?: readonly string[]
  pauses?: readonly SlowPause[]
  told?: string
  now?: string
}

/** What one law says of a request that came on a day, with dates as `YYYY-MM-DD`. */
export function count(id: string, received: string, given: Counting = {}) {
  const {
    action = 'erasure',
    extended = false,
    notified,
    holidays = [],
    pauses = [],
    now = step(received, 60),
    told,
  } = given
  const noon = (day: string) => at(`${day}T12:00`)
  const { dueOn, firstEndsOn, latestOn, targetOn, acknowledgeBy, working } = deadline({
    law: lawOf(id),
    action,
    receivedAt: noon(received),
    timeZone: zone,
    calendar: {
      name: 'the calendar of the organisation (Netherlands)',
      on: day => (holidays.includes(day.toString()) ? 'a holiday' : null),
    },
    pauses: pauses.map(([from, to, reason = 'identity']) => ({
      reason,
      from: noon(from),
      to: to ? noon(to) : null,
    })),
    extended,
    ...(notified ? { notifiedDay: notified } : {}),
    ...(told ? { toldAt: noon(told) } : {}),
    now: noon(now),
  })
  return {
    target: targetOn && local(targetOn).slice(0, 10),
    due: local(dueOn).slice(0, 10),
    firstEnds: local(firstEndsOn).slice(0, 10),
    latest: latestOn && local(latestOn).slice(0, 10),
    ack: acknowledgeBy && local(acknowledgeBy).slice(0, 10),
    working,
  }
}
/** The day on which that is due. */
export const due = (id: string, received: string, given: Counting = {}) => count(id, received, given).due
