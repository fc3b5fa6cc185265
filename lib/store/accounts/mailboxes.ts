import { randomUUID } from 'node:crypto'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** True while nothing from the public form may be mailed to this mailbox. */
export async function isMuted(tx: AnyTx, emailHash: string): Promise<boolean> {
  const rows = await prismaOf(tx).$queryRaw<{ one: number }[]>`
    select 1 as one from muted_mailbox where email_hash = ${emailHash} and until > now()`
  return rows.length > 0
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
