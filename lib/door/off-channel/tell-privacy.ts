import { findStaffMail } from '@/emails/index'
import { askedTitle } from '@/lib/core/off-channel/answers'
import type { Askable } from '@/lib/core/off-channel/off-channel'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { teamAddress } from '@/lib/store/settings/settings'
import { dayInWords } from '../mail/message-values'

/**
 * Tells Privacy of an entry that is theirs to answer: what it asks for and by when; what somebody wrote stays on the page.
 * @param kind that it has come, or that it still waits
 */
export async function tellPrivacy(
  tx: Tx,
  { id, asksFor, dueOn }: { id: string; asksFor: Askable; dueOn: Date },
  now: Date,
  kind: 'off-channel-notice' | 'off-channel-reminder' = 'off-channel-notice',
): Promise<void> {
  const { appUrl, mailFrom, key } = env()
  const rendered = renderMessage(findStaffMail(kind), {
    notice_reason: askedTitle(asksFor),
    due_on: dayInWords(dueOn, 'en'),
    overdue: dueOn < now ? 'yes' : '',
    link: `${appUrl}/off-channel/${id}`,
  })
  if ('missing' in rendered) throw new Error(`staff mail ${kind} lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  await queueMail(tx, { kind, to: await teamAddress('privacy', mailFrom, tx), subject, text, html }, key)
}
