import { findPublicMail } from '@/emails/index'
import type { PublicMailKey } from '@/emails/types'
import { complaintTo } from '@/lib/core/deadlines/complaint'
import { complaintNumber } from '@/lib/core/off-channel/complaint'
import type { LawBasis } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import { roomFor } from '../answer/mail-limits'
import { dayInWords } from '../mail/message-values'

/** Who complained, and when. */
interface Complainant {
  id: string
  email: string
  receivedAt: Date
  dueOn: Date
  dueRule: string | null
  lawBasis: LawBasis | null
}

/**
 * Mails somebody who complained outside any request: that it has come, that we are working on it, or our answer. Nothing that
 * they wrote is in it, since nobody has confirmed the address.
 * @param answer the words of the answer, where it is that
 * @returns whether it is mailed: not to a mailbox that wants none, or has had enough for now
 */
export async function mailComplainant(
  tx: Tx,
  key: Extract<PublicMailKey, `complaint-${string}`>,
  { id, email, receivedAt, dueOn, dueRule, lawBasis }: Complainant,
  answer = '',
): Promise<boolean> {
  if ((await roomFor(tx, key, email)) !== 'send') return false
  const own = await readSetting('complaint-authority', tx)
  const rendered = renderMessage(findPublicMail(key), {
    organisation: await readSetting('organisation', tx),
    complaint_number: complaintNumber(id),
    complaint_page: `${env().appUrl}/complain`,
    complaint_authority:
      dueRule && lawBasis
        ? complaintTo({ dueRule, lawBasis }, await readSetting('default-law', tx), own)
        : own,
    complaint_answer: answer,
    asked_on: dayInWords(receivedAt, 'en'),
    due_on: dayInWords(dueOn, 'en'),
  })
  if ('missing' in rendered) throw new Error(`the mail ${key} lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  await queueMail(tx, { kind: key, to: email, subject, text, html }, env().key)
  return true
}
