import { findPublicMail } from '@/emails/index'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import { type ChangeEntry, lockUnmailed, markMailed } from '@/lib/store/usage/announcements'
import { subscribersToTell } from '@/lib/store/usage/subscribers'

/** The page of a subscriber's link. */
export const subscriptionLink = (token: string): string => `${env().appUrl}/usage-data/subscription/${token}`

/** Where their mail program takes a subscriber off by itself. */
const leaveLink = (token: string): string => `${subscriptionLink(token)}/unsubscribe`

/**
 * Queues mail about the oldest entry that subscribers weren't told of, a batch at a time, each of them once. Safe to call
 * from several workers at once.
 * @returns how many were told just now
 */
export async function mailNextChange(): Promise<number> {
  return await inTransaction(async tx => {
    const entry = await lockUnmailed(tx)
    if (!entry) return 0
    const kind = `usage-change:${entry.id}`
    const subscribers = await subscribersToTell(tx, kind, entry.at)
    if (subscribers.length === 0) {
      await markMailed(tx, entry.id)
      return 0
    }
    const organisation = await readSetting('organisation', tx)
    for (const { email, token } of subscribers)
      await queueOne(tx, { kind, entry, email, token, organisation })
    return subscribers.length
  })
}

interface OneMail {
  kind: string
  entry: ChangeEntry
  email: string
  token: string
  organisation: string
}

async function queueOne(tx: Tx, { kind, entry, email, token, organisation }: OneMail): Promise<void> {
  const mail = renderMessage(findPublicMail('usage-change'), {
    organisation,
    change_title: entry.title,
    change_text: entry.body,
    changes_link: `${env().appUrl}/usage-data/changes#${entry.id}`,
    unsubscribe_link: subscriptionLink(token),
  })
  if ('missing' in mail) throw new Error(`the mail about a change can't be made: ${mail.missing.join(', ')}`)
  const { subject, text, html } = mail
  await queueMail(tx, { kind, to: email, subject, text, html, unsubscribe: leaveLink(token) }, env().key)
}
