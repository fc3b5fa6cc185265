import { findPublicMail } from '@/emails/index'
import type { PublicMailKey } from '@/emails/types'
import { complaintNumber } from '@/lib/core/off-channel/complaint'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import { mayMail } from '../answer/mail-limits'
import { dayInWords } from '../mail/message-values'

/** Who complained, and when. */
interface Complainant {
  id: string
  email: string
  at: Date
  dueOn: Date
}

/**
 * Mails somebody who complained outside any request: that it has come, that we are working on it, or our answer. Nothing that
 * they wrote is in it, since nobody has confirmed the address.
 * @param answer the words of the answer, where it is that
 */
export async function mailComplainant(
  tx: Tx,
  key: Extract<PublicMailKey, `complaint-${string}`>,
  { id, email, at, dueOn }: Complainant,
  answer = '',
): Promise<void> {
  if (!(await mayMail(tx, key, email))) return
  const rendered = renderMessage(findPublicMail(key), {
    organisation: await readSetting('organisation', tx),
    complaint_number: complaintNumber(id),
    complaint_page: `${env().appUrl}/complain`,
    complaint_authority: await readSetting('complaint-authority', tx),
    complaint_answer: answer,
    asked_on: dayInWords(at, 'en'),
    due_on: dayInWords(dueOn, 'en'),
  })
  if ('missing' in rendered) throw new Error(`the mail ${key} lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  await queueMail(tx, { kind: key, to: email, subject, text, html }, env().key)
}
