import { type AnyTx, prismaOf } from '../database/prisma-of'

/** Notes whether the next mail for several entries has to tell Privacy of an entry. */
export async function setUntold(tx: AnyTx, id: string, untold: boolean): Promise<void> {
  await prismaOf(tx).offChannel.updateMany({ where: { id, untold: !untold }, data: { untold } })
}

/**
 * Takes all entries of which Privacy is yet to be told, and notes that they were.
 * @returns how many of them are still open, how many of these are overdue, and the earliest due date; null where all have ended
 */
export async function takeUntold(
  tx: AnyTx,
): Promise<{ entries: number; overdue: number; firstDueOn: Date } | null> {
  // Locked in one order first, so that two that take at once wait for each other and never in a circle.
  const [row] = await prismaOf(tx).$queryRaw<{ entries: number; overdue: number; firstDueOn: Date | null }[]>`
    with held as (select id from off_channel where untold order by id for update),
    told as (
      update off_channel entry set untold = false from held where entry.id = held.id
      returning entry.due_on, entry.finished_at)
    select count(*)::int as entries, (count(*) filter (where due_on < now()))::int as overdue, min(due_on) as "firstDueOn"
    from told where finished_at is null and due_on is not null`
  return row?.firstDueOn ? { ...row, firstDueOn: row.firstDueOn } : null
}
