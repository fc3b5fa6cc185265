import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

const may = (actor: Actor) => actor.kind === 'staff' && can(actor.role, 'see-suppression')

export interface Suppressed {
  id: string
  email: string
  /** `erasure`, or `opt-out`: only no more marketing. */
  asks: string
  addedAt: Date
}

/** How many addresses wait for the marketing team, and when the newest of them was added. */
export async function suppressionState(
  actor: Actor,
  db: Database = database(),
): Promise<{ waiting: number; newest: Date | null }> {
  if (!may(actor)) return { waiting: 0, newest: null }
  const found = await db.suppression.aggregate({
    where: { acknowledgedAt: null, email: { not: null } },
    _count: true,
    _max: { addedAt: true },
  })
  return { waiting: found._count, newest: found._max.addedAt }
}

const BATCH = 1000

/** The addresses that wait, oldest first, in batches: the list is never in memory as a whole. */
export async function* readSuppressed(
  actor: Actor,
  until: Date,
  db: Database = database(),
): AsyncGenerator<Suppressed[]> {
  if (!may(actor)) return
  for (let after = ''; ; ) {
    const rows = await db.suppression.findMany({
      where: { acknowledgedAt: null, email: { not: null }, addedAt: { lte: until }, id: { gt: after } },
      select: { id: true, email: true, asks: true, addedAt: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    yield rows.flatMap(row => (row.email === null ? [] : [{ ...row, email: row.email }]))
    after = rows.at(-1)?.id ?? ''
    if (rows.length < BATCH) return
  }
}

/** Marketing has erased these, or stopped using them: the addresses go, their keyed hashes stay. Answers how many. */
export async function acknowledgeSuppressed(tx: AnyTx, until: Date): Promise<number> {
  return await prismaOf(tx).$executeRaw`
    update suppression set acknowledged_at = clock_timestamp(), email = null
    where acknowledged_at is null and added_at <= ${until}`
}
