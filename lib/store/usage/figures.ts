import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import type { IndicatorDefinition } from '@/lib/usage-data/definitions/definition'
import { hideSmall } from '@/lib/usage-data/figures/small-groups'
import { type Database, database } from '../database/client'
import { readSetting } from '../settings/settings'

export const figureDays = 90

const rowSchema = z.object({
  key: z.string(),
  day: z.date(),
  count: z.number().int(),
  users: z.number().int().nullable(),
})

export interface Figure {
  /** Midnight, UTC: the day itself, or the last one of the span. */
  day: Date
  /** Null where too few people are behind it. */
  value: number | null
}

export interface Figures {
  /** Fewer people than this are not shown. */
  minimum: number
  /** By an indicator's key, oldest first; an indicator without any has no entry. */
  of: ReadonlyMap<string, readonly Figure[]>
}

const spans = { day: 1, '7d': 7, '28d': 28 } as const

/**
 * What indicators measured over the last 90 days, from rolled-up figures alone, in one query besides the setting. Spans that
 * began before anything was counted are left out: they would look like growth.
 */
export async function readFigures(
  actor: Actor,
  indicators: readonly IndicatorDefinition[],
  db: Database = database(),
): Promise<Figures> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-indicators')) return { minimum: 0, of: new Map() }
  const [minimum, rows] = await Promise.all([
    readSetting('minimum-group', db),
    db.$queryRaw`
      select measure.key, figure.day, figure.count, figure.users
      from unnest(
        ${indicators.map(indicator => indicator.key)}::text[],
        ${indicators.map(indicator => indicator.measure.event)}::text[],
        ${indicators.map(indicator => spans[indicator.measure.over])}::int[]
      ) as measure(key, event, days)
      cross join lateral (select min(day) as day from usage_daily where event = measure.event) begun
      cross join lateral (
        select day, count, users from usage_daily where measure.days = 1 and event = measure.event
        union all
        select ends_on, count, users from usage_window where event = measure.event and days = measure.days
      ) figure
      where figure.day > current_date - ${figureDays + 2}::int and figure.day >= begun.day + measure.days - 1
      order by figure.day`,
  ])
  const of = new Map<string, Figure[]>()
  const counts = new Map(indicators.map(indicator => [indicator.key, indicator.measure.count]))
  for (const { key, day, count, users } of z.array(rowSchema).parse(rows)) {
    const value = counts.get(key) === 'users' ? (users ?? 0) : count
    const figures = of.get(key) ?? []
    of.set(key, [...figures, { day, value: hideSmall(value, users, minimum) }])
  }
  return { minimum, of }
}
