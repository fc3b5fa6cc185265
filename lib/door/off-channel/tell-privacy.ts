import { findStaffMail } from '@/emails/index'
import type { StaffMailKey } from '@/emails/types'
import { askedTitle } from '@/lib/core/off-channel/answers'
import type { Askable } from '@/lib/core/off-channel/off-channel'
import { env } from '@/lib/env'
import { type MessageValues, renderMessage } from '@/lib/mail/render'
import { addJob } from '@/lib/store/database/jobs'
import { consume } from '@/lib/store/database/limits'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { setUntold, takeUntold } from '@/lib/store/request/untold'
import { teamAddress } from '@/lib/store/settings/settings'
import { dayInWords } from '../mail/message-values'

/** How many mails of one entry each Privacy gets, of new ones and reminders together: strangers make entries, too. */
const MOST = { mails: 5, seconds: 3600 }

/**
 * Tells Privacy of an entry that is theirs to answer: what it asks for and by when; what somebody wrote stays on the page. Where
 * they have had enough such mails for now, the next mail for several entries tells of it.
 * @param kind that it has come, or that it still waits
 */
export async function tellPrivacy(
  tx: Tx,
  { id, asksFor, dueOn }: { id: string; asksFor: Askable; dueOn: Date },
  now: Date,
  kind: 'off-channel-notice' | 'off-channel-reminder' = 'off-channel-notice',
): Promise<void> {
  const room = await consume('privacy:off-channel', MOST.mails, MOST.seconds, tx)
  await setUntold(tx, id, !room.ok)
  if (!room.ok) {
    // The mail for several isn't counted itself: a flood that lasts would keep it waiting hour after hour.
    const inSeconds = room.retryAfterSeconds
    return await addJob(tx, 'tell-privacy', {}, { key: 'tell-privacy', keepsMoment: true, inSeconds })
  }
  await mailPrivacy(tx, kind, {
    notice_reason: askedTitle(asksFor),
    due_on: dayInWords(dueOn, 'en'),
    overdue: dueOn < now ? 'yes' : '',
    link: `${env().appUrl}/off-channel/${id}`,
  })
}

/**
 * Tells Privacy in one mail of all open entries that had none of their own: how many, and by when. Safe to repeat: without such
 * an entry there is no mail.
 */
export async function tellPrivacyOfSeveral(): Promise<void> {
  await inTransaction(async tx => {
    const untold = await takeUntold(tx)
    if (!untold) return
    const { entries, overdue, firstDueOn } = untold
    const list = `${env().appUrl}/off-channel`
    await mailPrivacy(tx, 'off-channel-waiting', {
      entries,
      due_on: dayInWords(firstDueOn, 'en'),
      link: `${list}?state=open`,
      ...(overdue > 0 && { late: overdue, overdue_link: `${list}?state=overdue` }),
    })
  })
}

async function mailPrivacy(tx: Tx, kind: StaffMailKey, values: MessageValues): Promise<void> {
  const rendered = renderMessage(findStaffMail(kind), values)
  if ('missing' in rendered) throw new Error(`staff mail ${kind} lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  const { mailFrom, key } = env()
  await queueMail(tx, { kind, to: await teamAddress('privacy', mailFrom, tx), subject, text, html }, key)
}
