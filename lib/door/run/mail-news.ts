import { findStaffMail } from '@/emails/index'
import { newsWords } from '@/lib/core/handbook/news'
import type { Effect } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { teamAddress } from '@/lib/store/settings/settings'
import { addressOfPerson } from '@/lib/store/staff/staff'

/** Tells the person who waits for it, or support where nobody does any more; the reference and a link, never personal data. */
export async function mailNews(
  tx: Tx,
  request: PrivacyRequest,
  { to, news }: Extract<Effect, { kind: 'news-mail' }>,
): Promise<void> {
  const { appUrl, mailFrom, key } = env()
  const address =
    (to && (await addressOfPerson(tx, to))) || (await teamAddress('support-engineer', mailFrom, tx))
  const link = `${appUrl}/requests/${request.reference}/details`
  const values = { reference: request.reference, news: newsWords[news], link }
  const rendered = renderMessage(findStaffMail('request-news'), values)
  if ('missing' in rendered) throw new Error(`staff mail request-news lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  await queueMail(tx, { kind: 'request-news', requestId: request.id, to: address, subject, text, html }, key)
}
