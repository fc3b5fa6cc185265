import { setTimeout as pause } from 'node:timers/promises'
import { findPublicMail } from '@/emails/index'
import { emailSchema } from '@/lib/core/account/matching'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import type { Allowance } from '@/lib/store/database/limits'
import { inTransaction } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import {
  askToSubscribe,
  confirmSubscriber,
  deleteSubscriber,
  findSubscriber,
} from '@/lib/store/usage/subscribers'
import { roomFor } from '../answer/mail-limits'
import { allowNews } from '../answer/public-limits'
import { subscriptionLink } from './mail-changes'

/** Longer than the work ever takes, so that the response time reveals nothing. */
const SAME_TIME = 700

/** For how long an address that nobody confirms is kept. */
export const CONFIRM_DAYS = 7

/**
 * Mails a link to confirm to an address that wants to be told of changes. Whether it is known already shows neither in the
 * answer nor in how long it takes.
 * @param address of the client
 */
export async function askForNews(
  typed: string,
  address: string,
): Promise<{ ok: true } | { ok: false; because: 'no-address' | Allowance }> {
  const email = emailSchema.safeParse(typed)
  if (!email.success) return { ok: false, because: 'no-address' }
  const allowance = await allowNews(address)
  if (!allowance.ok) return { ok: false, because: allowance }
  await Promise.all([sendLink(email.data), pause(SAME_TIME)])
  return { ok: true }
}

async function sendLink(email: string): Promise<void> {
  await inTransaction(async tx => {
    const { confirmed, token } = await askToSubscribe(tx, email)
    if (confirmed || (await roomFor(tx, 'usage-subscription', email)) !== 'send') return
    const mail = renderMessage(findPublicMail('usage-subscription'), {
      organisation: await readSetting('organisation', tx),
      confirm_link: subscriptionLink(token),
      confirm_days: CONFIRM_DAYS,
    })
    if ('missing' in mail) throw new Error(`the mail to confirm can't be made: ${mail.missing.join(', ')}`)
    const { subject, text, html } = mail
    await queueMail(tx, { kind: 'usage-subscription', to: email, subject, text, html }, env().key)
  })
}

/** What the page of a subscriber's link shows; looking changes nothing. Null for a link that leads nowhere. */
export async function viewSubscription(token: string): Promise<'confirm' | 'unsubscribe' | null> {
  const subscriber = await findSubscriber(token)
  return subscriber && (subscriber.confirmed ? 'unsubscribe' : 'confirm')
}

/** A button on the page of a subscriber's link. Pressing it twice has one effect. */
export async function pressSubscription(token: string, button: 'confirm' | 'unsubscribe'): Promise<void> {
  const subscriber = await findSubscriber(token)
  if (!subscriber) return
  if (button === 'confirm') await confirmSubscriber(subscriber.id)
  else await deleteSubscriber(subscriber.id)
}
