import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { lawBases } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { daysToAnswer, isAnswered, isInTime } from './answered'

const count = z.number().int()

const monthSchema = z.object({
  /** `YYYY-MM`, in the organisation's time zone. */
  month: z.string(),
  type: z.string(),
  received: count,
  closed: count,
  fulfilled: count,
  /** Of the closed ones: those with an answer of their own, as the yearly figures count them. */
  answered: count,
  /** Of the answered ones: on or before their due date. */
  inTime: count,
  /** Median of the calendar days from receipt to the answer; null where there is none. */
  medianDays: z.number().nullable(),
})
export type MonthRow = z.output<typeof monthSchema>

const outcomeSchema = z.object({ type: z.string(), outcome: z.string(), count })
const offChannelSchema = z.object({
  asksFor: z.string(),
  answer: z.string(),
  count,
  solved: count,
  opened: count,
})

const standInSchema = z.object({
  /** The law's id. */
  law: z.string(),
  basis: z.enum(lawBases),
  count,
  open: count,
})

export interface Report {
  /** By month of receipt and type, the newest month first. */
  months: MonthRow[]
  outcomes: z.output<typeof outcomeSchema>[]
  offChannel: z.output<typeof offChannelSchema>[]
  /** Requests whose law only stands in, because none is known of the place where the person lives. */
  standIns: z.output<typeof standInSchema>[]
}

const nothing: Report = { months: [], outcomes: [], offChannel: [], standIns: [] }

/**
 * Counts of what was received since the beginning of a month, `YYYY-MM`: numbers only, nothing about a person. Four queries
 * over the period alone, each on an index.
 */
export async function readReport(actor: Actor, since: string, db: Database = database()): Promise<Report> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-reports')) return nothing
  const zone = env().orgTimeZone
  const from = Prisma.sql`(${`${since}-01`}::date::timestamp at time zone ${zone})`
  const month = Prisma.sql`to_char(received_at at time zone ${zone}, 'YYYY-MM')`
  const [months, outcomes, offChannel, standIns] = await Promise.all([
    db.$queryRaw(Prisma.sql`
      select ${month} as month, type, count(*)::int as received,
        count(*) filter (where state = 'closed')::int as closed,
        count(*) filter (where outcome in ('fulfilled', 'already-deleted'))::int as fulfilled,
        count(*) filter (where ${isAnswered})::int as answered,
        count(*) filter (where ${isInTime})::int as "inTime",
        (percentile_cont(0.5) within group (order by ${daysToAnswer(zone)})
          filter (where ${isAnswered}))::float8 as "medianDays"
      from request where received_at >= ${from}
      group by 1, type order by 1 desc, type`),
    db.$queryRaw(Prisma.sql`
      select type, outcome, count(*)::int as count from request
      where received_at >= ${from} and outcome is not null
      group by type, outcome order by type, count desc, outcome`),
    db.$queryRaw(Prisma.sql`
      select asks_for as "asksFor", answer, count(*)::int as count, count(*) filter (where solved)::int as solved,
        count(request_id)::int as opened
      from off_channel where received_at >= ${from}
      group by asks_for, answer order by asks_for, answer`),
    db.$queryRaw(Prisma.sql`
      select split_part(due_rule, '@', 1) as law, law_basis as basis, count(*)::int as count,
        count(*) filter (where state <> 'closed')::int as open
      from request where received_at >= ${from} and law_basis in ('shortest-of-country', 'default')
      group by 1, 2 order by 3 desc, 1, 2`),
  ])
  return {
    months: z.array(monthSchema).parse(months),
    outcomes: z.array(outcomeSchema).parse(outcomes),
    offChannel: z.array(offChannelSchema).parse(offChannel),
    standIns: z.array(standInSchema).parse(standIns),
  }
}
