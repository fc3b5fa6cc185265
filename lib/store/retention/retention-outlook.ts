import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import type { RetentionDays } from '@/lib/core/settings/retention'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { COUNTED_TO } from '../queue/navigation'
import { settled } from './retention'

const rowSchema = z.object({
  /** How many have had their time and leave with the worker's next round. At most {@link COUNTED_TO}. */
  now: z.number(),
  /** How many leave within seven days, those included. */
  week: z.number(),
  /** When the first of the others leaves. */
  next: z.date().nullable(),
})
export type Outlook = Readonly<Record<keyof RetentionDays, z.output<typeof rowSchema>>>

/** What leaves next if things were kept for so long: numbers only. Null for who may not see it. */
export async function readOutlook(
  actor: Actor,
  days: RetentionDays,
  db: Database = database(),
): Promise<Outlook | null> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-handbook')) return null
  const of = async (key: keyof RetentionDays): Promise<z.output<typeof rowSchema>> => {
    const [row] = z.array(rowSchema).parse(await db.$queryRaw(outlook(since[key], days[key])))
    return row ?? { now: 0, week: 0, next: null }
  }
  return {
    unconfirmed: await of('unconfirmed'),
    proofs: await of('proofs'),
    packages: await of('packages'),
    content: await of('content'),
  }
}

/** From when each is kept, as the sweeps count it (lib/store/retention/retention.ts, retention-files.ts). */
const since: Readonly<Record<keyof RetentionDays, Prisma.Sql>> = {
  unconfirmed: Prisma.sql`
    select r.closed_at as since from request r
    where r.state = 'closed' and r.content_erased_at is null and ${settled} and r.confirmed_at is null`,
  content: Prisma.sql`
    select r.closed_at as since from request r
    where r.state = 'closed' and r.content_erased_at is null and ${settled} and r.confirmed_at is not null`,
  packages: Prisma.sql`
    select r.closed_at as since from file f join request r on r.id = f.request_id
    where f.removed_at is null and f.purpose = 'hand-over' and r.state = 'closed'`,
  proofs: Prisma.sql`
    select coalesce((select max(a.decided_at) from authority a where a.request_id = r.id), r.closed_at) as since
    from file f join request r on r.id = f.request_id
    where f.removed_at is null and f.purpose = 'proof'
      and not exists (select from authority a where a.request_id = r.id and a.round = r.round and a.result is null
        and r.state <> 'closed')`,
}

/** The day on which it happened doesn't count, as in the sweeps. */
function outlook(kept: Prisma.Sql, days: number): Prisma.Sql {
  const time = Prisma.sql`make_interval(days => ${days + 1}::int)`
  const leaving = (before: Prisma.Sql) => Prisma.sql`
    (select count(*)::int from (select from (${kept}) kept where since < ${before} limit ${COUNTED_TO}) counted)`
  return Prisma.sql`
    select ${leaving(Prisma.sql`now() - ${time}`)} as now,
      ${leaving(Prisma.sql`now() + interval '7 days' - ${time}`)} as week,
      (select since + ${time} from (${kept}) kept where since >= now() - ${time} order by since limit 1) as next`
}
