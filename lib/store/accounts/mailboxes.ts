import { randomUUID } from 'node:crypto'
import type { Database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** Until when nothing from the public form may be mailed to this mailbox; null where it may. */
export async function mutedUntil(tx: AnyTx | Database, emailHash: string): Promise<Date | null> {
  const [row] = await prismaOf(tx).$queryRaw<{ until: Date }[]>`
    select until from muted_mailbox where email_hash = ${emailHash} and until > now()`
  return row?.until ?? null
}

/** Its owner wants mail again. */
export async function unmuteMailbox(tx: AnyTx, emailHash: string): Promise<void> {
  await prismaOf(tx).mutedMailbox.deleteMany({ where: { emailHash } })
}

export async function muteMailbox(tx: AnyTx, emailHash: string, until: Date): Promise<void> {
  await prismaOf(tx).mutedMailbox.upsert({
    where: { emailHash },
    create: { emailHash, until },
    update: { until },
  })
}

/**
 * Puts addresses on marketing's suppression list; one that is there already waits for marketing once more. An opt-out
 * leaves an erasure that waits as it is, since that stops the marketing, too.
 */
export async function suppress(
  tx: AnyTx,
  requestId: string,
  asks: 'erasure' | 'opt-out',
  mailboxes: readonly { email: string; emailHash: string }[],
): Promise<void> {
  for (const { email, emailHash } of mailboxes) {
    const waiting = await prismaOf(tx).suppression.findFirst({
      where: { emailHash, acknowledgedAt: null, asks: 'erasure' },
    })
    if (waiting && asks === 'opt-out') continue
    await prismaOf(tx).suppression.upsert({
      where: { emailHash },
      create: { id: randomUUID(), emailHash, email, requestId, asks },
      update: { email, requestId, asks, acknowledgedAt: null },
    })
  }
}
