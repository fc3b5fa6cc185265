import { z } from 'zod'
import { placesOf } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { privacyRequest } from '@/lib/core/request/request'
import { type Database, database } from '../database/client'

/** What a request's due date is counted from. */
const clocked = privacyRequest.pick({
  reference: true,
  type: true,
  country: true,
  region: true,
  receivedAt: true,
  timeZone: true,
  dueOn: true,
  overdueSince: true,
  dueRule: true,
  pauses: true,
  calendar: true,
  extendedAt: true,
  extensionReason: true,
  notifiedDay: true,
})
export type ClockedRow = z.output<typeof clocked>

/** More than this are counted, and not read. */
const MOST = 500

/**
 * Open requests that a change would concern, the earliest due first, at most 500 of them, and how many there are. Privacy's alone.
 * @param under a law's id, also where it is one of those that a composed law was made from; or the default law's requests
 */
export async function readOpenUnder(
  actor: Actor,
  under: { law: string } | 'default',
  db: Database = database(),
): Promise<{ count: number; requests: ClockedRow[] }> {
  if (actor.kind !== 'staff' || !can(actor.role, 'edit-handbook')) return { count: 0, requests: [] }
  const rules = under === 'default' ? [] : [under.law, ...placesOf(laws, under.law)]
  const where = {
    state: { not: 'closed' },
    ...(under === 'default'
      ? { lawBasis: 'default' }
      : { OR: rules.map(rule => ({ dueRule: { startsWith: `${rule}@` } })) }),
  }
  const [count, rows] = await Promise.all([
    db.request.count({ where }),
    db.request.findMany({
      where,
      include: { pauses: true },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: MOST,
    }),
  ])
  return { count, requests: z.array(clocked).parse(rows) }
}
