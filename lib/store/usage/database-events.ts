import { Prisma } from '@/prisma/generated/client'
import { isLate } from '../request/answered'

/** Rows of `day` (a date, UTC) and `count`, for the days from `from` to `to`; days without any may be left out. */
export type DailyQuery = (from: Date, to: Date) => Prisma.Sql

const perDay = (table: Prisma.Sql, column: Prisma.Sql, where: Prisma.Sql = Prisma.sql`true`): DailyQuery => {
  const day = Prisma.sql`(${column} at time zone 'UTC')::date`
  return (from, to) => Prisma.sql`
    select ${day} as day, count(*)::int as count from ${table}
    where ${column} >= ${from}::date::timestamp at time zone 'UTC'
      and ${column} < (${to}::date + 1)::timestamp at time zone 'UTC' and ${where}
    group by 1`
}

/**
 * What events with `source: { from: 'database' }` count, by the name of their query. Aggregates only: a query answers
 * numbers by day, and nothing of the rows that it counts.
 */
export const databaseEvents: Readonly<Record<string, DailyQuery>> = {
  'requests-submitted': perDay(Prisma.sql`request`, Prisma.sql`received_at`),
  'requests-closed': perDay(Prisma.sql`request`, Prisma.sql`closed_at`),
  'requests-closed-late': perDay(Prisma.sql`request`, Prisma.sql`closed_at`, isLate),
  'tasks-resolved': perDay(Prisma.sql`task`, Prisma.sql`resolved_at`),
}
