import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type CcpaReport, ccpaCounts, ccpaDays, ccpaKindOf, ccpaRows } from '@/lib/core/view/ccpa-report'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { daysToAnswer } from './answered'

/** Each request type that counts, with its right. */
const kinds = [...requestTypes.values()].flatMap(type => {
  const kind = ccpaKindOf(type)
  return kind ? [Prisma.sql`(${type.key}, ${kind})`] : []
})

/**
 * The yearly figures that California’s regulations ask for, over the records of the answers. A request that nobody confirmed
 * doesn’t count, unless it was refused. Null for a role that may not see reports.
 */
export async function readCcpaReport(
  actor: Actor,
  year: number,
  db: Database = database(),
): Promise<CcpaReport | null> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-reports')) return null
  const everybody = Prisma.sql`true`
  const californians = Prisma.sql`us_state = 'US-CA'`
  return {
    year,
    jurisdictions: [
      { jurisdiction: 'US-CA', rows: await rowsOf(db, year, californians) },
      { jurisdiction: 'all', rows: await rowsOf(db, year, everybody) },
    ],
  }
}

async function rowsOf(db: Database, year: number, who: Prisma.Sql) {
  const zone = env().orgTimeZone
  const from = (first: number) => Prisma.sql`(make_date(${first}::int, 1, 1)::timestamp at time zone ${zone})`
  const counted = Prisma.sql`
    request join (values ${Prisma.join(kinds)}) as kinds(type, kind) using (type)
    where (confirmed_at is not null or response is not null) and received_at >= ${from(year)} and received_at < ${from(year + 1)} and ${who}`
  const took = daysToAnswer(zone)
  const [counts, days] = await Promise.all([
    db.$queryRaw(Prisma.sql`
      select kind, outcome, ground, response, count(*)::int as count from ${counted} group by 1, 2, 3, 4`),
    db.$queryRaw(Prisma.sql`
      select kind, (percentile_cont(0.5) within group (order by ${took}))::float8 as "medianDays",
        round(avg(${took}), 1)::float8 as "meanDays"
      from ${counted} and response is not null and responded_at is not null group by 1`),
  ])
  return ccpaRows(ccpaCounts.parse(counts), ccpaDays.parse(days))
}
