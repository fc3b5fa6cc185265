import { findPublicMail } from '@/emails/index'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import { inTransaction } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import { readChange } from '@/lib/store/usage/announcements'
import {
  type ChangeMail,
  changeMailsDue,
  kindOfChangeMail,
  lockForMail,
  markMailed,
} from '@/lib/store/usage/change-mails'
import { linkToken } from '@/lib/store/usage/subscribers'
import { tryEach } from '../due/try-each'

/** The page of a subscriber's link. */
export const subscriptionLink = (token: string): string => `${env().appUrl}/usage-data/subscription/${token}`

/** The address for one-click unsubscribing by a mail program. */
const leaveLink = (token: string): string => `${subscriptionLink(token)}/unsubscribe`

/**
 * Queues mail about entries that subscribers weren't told of, the oldest first, a batch at a time, each of them once. A
 * mail that can't be rendered doesn't stop the others. Safe to call from several workers at once.
 * @param signal fires when the worker has to end
 * @returns how many were mailed just now
 */
export async function mailChanges(signal?: AbortSignal): Promise<number> {
  const mailed = await tryEach('change-mails', await changeMailsDue(), queueChangeMail, signal)
  await markMailed()
  return mailed
}

async function queueChangeMail(due: ChangeMail): Promise<undefined> {
  await inTransaction(async tx => {
    const to = await lockForMail(tx, due)
    if (to === null) return
    const token = linkToken(due.subscriberId)
    const { id, title, body } = await readChange(due.changeId, tx)
    const mail = renderMessage(findPublicMail('usage-change'), {
      organisation: await readSetting('organisation', tx),
      change_title: title,
      change_text: body,
      changes_link: `${env().appUrl}/usage-data/changes#${id}`,
      unsubscribe_link: subscriptionLink(token),
    })
    if ('missing' in mail)
      throw new Error(`the mail about a change can't be made: ${mail.missing.join(', ')}`)
    const { subject, text, html } = mail
    const kind = kindOfChangeMail(id)
    await queueMail(tx, { kind, to, subject, text, html, unsubscribe: leaveLink(token) }, env().key)
  })
}
