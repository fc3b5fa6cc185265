import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Funnel, fewestSteps } from '@/lib/usage-data/figures/funnel'
import { hideSteps } from '@/lib/usage-data/figures/small-groups'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { readSetting } from '../settings/settings'

export interface FunnelStep {
  /** 1 for the first. */
  place: number
  event: string
  /** Different users who did this after everything before it; null where that is not shown. */
  people: number | null
  /** Of those of the first step; null where either is not shown. */
  share: number | null
}

export type FunnelAnswer =
  | { steps: readonly FunnelStep[]; minimum: number }
  /** It would have taken longer than a page may. */
  | 'too-much'

const LIMIT_MS = 8000

/**
 * One statement for all steps. Each step keeps the earliest time at which a user can have got there, so that a sequence
 * is found if there is event. What happened is ordered by the trackers' clocks, which are a user's own, where they told;
 * the span is whole days by our clock, so that a second look can't reveal a single person's last click.
 */
export function funnelQuery({ steps, days }: Funnel): Prisma.Sql {
  const step = (at: number) => Prisma.raw(`step${at}`)
  const at = Prisma.sql`coalesce(event.happened_at, event.collected_at)`
  const parts = steps.map((event, index) => {
    const after =
      index === 0
        ? Prisma.empty
        : Prisma.sql`join ${step(index - 1)} before on before.person = event.user_pseudonym and ${at} > before.at`
    return Prisma.sql`${step(index)} as materialized (
      select event.user_pseudonym as person, min(${at}) as at from usage_event event ${after}
      where event.event = ${event} and event.user_pseudonym is not null
        and event.collected_at >= (current_date - ${days}::int)::timestamp at time zone 'UTC'
        and event.collected_at < current_date::timestamp at time zone 'UTC'
      group by 1)`
  })
  const counts = steps.map((_, index) => Prisma.sql`(select count(*) from ${step(index)})::int`)
  return Prisma.sql`with ${Prisma.join(parts, ', ')} select array[${Prisma.join(counts, ', ')}] as people`
}

const answerSchema = z.tuple([z.object({ people: z.array(z.number().int()) })])

const tookTooLong = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta ?? '').includes('57014')

/** How many different users went how far. Nothing for who may not see indicators, and before there are two steps. */
export async function readFunnel(
  actor: Actor,
  funnel: Funnel,
  db: Database = database(),
  limitMs: number = LIMIT_MS,
): Promise<FunnelAnswer> {
  const none = { steps: [], minimum: 0 }
  if (actor.kind !== 'staff' || !can(actor.role, 'see-indicators')) return none
  if (funnel.steps.length < fewestSteps) return none
  try {
    const [minimum, rows] = await db.$transaction(
      async tx => {
        await tx.$executeRaw`select set_config('statement_timeout', ${String(limitMs)}, true)`
        return [await readSetting('minimum-group', tx), await tx.$queryRaw(funnelQuery(funnel))]
      },
      // The statement is what gives up, not the transaction around it.
      { timeout: 2 * limitMs + 5000 },
    )
    const [{ people }] = answerSchema.parse(rows)
    const shown = hideSteps(people, minimum)
    const whole = shown[0] ?? null
    return {
      minimum,
      steps: funnel.steps.map((event, at) => {
        const count = shown[at] ?? null
        return {
          place: at + 1,
          event,
          people: count,
          share: count === null || whole === null ? null : count / whole,
        }
      }),
    }
  } catch (error) {
    if (tookTooLong(error)) return 'too-much'
    throw error
  }
}
