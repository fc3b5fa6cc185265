import { findPublicMail } from '@/emails/index'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { type Rendered, renderMessage } from '@/lib/mail/render'
import type { LinkedLine } from '@/lib/mail/template'
import { mutedUntil, unmuteMailbox } from '@/lib/store/accounts/mailboxes'
import { addJob } from '@/lib/store/database/jobs'
import { consume } from '@/lib/store/database/limits'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { keepSentMessage } from '@/lib/store/mail/keep-conversation'
import { queueMail } from '@/lib/store/mail/outbox'
import { lockWaiting, markCarried, type WaitingRequest } from '@/lib/store/mail/waiting-messages'
import { readSetting } from '@/lib/store/settings/settings'
import { createAccessLink, findAccessLink } from '@/lib/store/visits/access-links'
import { mailboxHash } from '../answer/mailbox-hash'
import { dayInWords } from './message-values'

/** A flood comes within seconds, and so does the owner's own request: one mail covers both. */
const GATHER_SECONDS = 20
/** How many such mails a mailbox gets within a quarter of an hour; the owner waits no longer than that. */
const MOST = { mails: 2, seconds: 900 }
/** How many requests one mail names: most of them those asked of last, so that a flood before them keeps none of them waiting. */
const REQUESTS_A_MAIL = { newest: 150, oldest: 50 }

type Waiting = Pick<WaitingRequest, 'reference' | 'type' | 'receivedAt' | 'confirmed'>

/** Says which request it is in words of ours alone: nothing that somebody typed goes to a mailbox that nobody confirmed. */
function lineOf({ reference, type, receivedAt, confirmed }: Waiting, url: string): LinkedLine {
  const noun = requestTypes.get(type)?.noun ?? 'the handling of personal data'
  const made = `a request for ${noun}, made on ${dayInWords(receivedAt, 'en')}`
  const words = confirmed ? 'Somebody asked for a new link to its page.' : 'It waits to be confirmed.'
  return { words: `${reference}: ${made}. ${words}`, url }
}

async function render(tx: Tx, lines: LinkedLine[]): Promise<Rendered> {
  const rendered = renderMessage(findPublicMail('requests-waiting'), {
    organisation: await readSetting('organisation', tx),
    waiting_requests: lines,
  })
  if ('missing' in rendered) throw new Error(`the mail requests-waiting lacks ${rendered.missing.join(', ')}`)
  return rendered
}

const jobOf = (mailbox: string) => ['mail-waiting', { mailbox }, `mail-waiting:${mailbox}`] as const

/**
 * Keeps a message whose mailbox has had enough mail for now, and sees to the mail that covers all that wait for it. The
 * conversation has the words that this mail says of the request.
 */
export async function keepWaiting(
  tx: Tx,
  request: PrivacyRequest,
  message: { id: string; key: string; sender: string; at: Date },
): Promise<void> {
  const mailbox = mailboxHash(request.requesterEmail)
  const line = lineOf({ ...request, confirmed: request.confirmedAt !== null }, `${env().appUrl}/my/link`)
  const { subject, body } = await render(tx, [line])
  await keepSentMessage(tx, { ...message, requestId: request.id, subject, body, waitsFor: mailbox })
  const [job, payload, key] = jobOf(mailbox)
  await addJob(tx, job, payload, { key, keepsMoment: true, inSeconds: GATHER_SECONDS })
}

/**
 * Mails a mailbox what waits for it: each request with a link of its own, in one mail, unless its owner wants no mail now or has
 * had enough of these, too; then later.
 * @param mailbox as a keyed hash
 */
export async function mailWaiting(mailbox: string): Promise<void> {
  await inTransaction(async tx => {
    const { requests, more } = await lockWaiting(tx, mailbox, REQUESTS_A_MAIL)
    const to = requests[0]?.requesterEmail
    if (to === undefined) return
    const [job, payload, key] = jobOf(mailbox)
    const runAt = await mutedUntil(tx, mailbox)
    if (runAt) return await addJob(tx, job, payload, { key, runAt })
    const room = await consume(`mailbox:waiting:${mailbox}`, MOST.mails, MOST.seconds, tx)
    if (!room.ok) return await addJob(tx, job, payload, { key, inSeconds: room.retryAfterSeconds })
    const lines: LinkedLine[] = []
    for (const request of requests) lines.push(lineOf(request, await linkTo(tx, request)))
    const { subject, text, html } = await render(tx, lines)
    const mail = { kind: 'requests-waiting', to, subject, text, html }
    const { id } = await queueMail(tx, mail, env().key)
    await markCarried(
      tx,
      requests.flatMap(request => request.messageIds),
      id,
    )
    if (more) await addJob(tx, job, payload, { key, inSeconds: GATHER_SECONDS })
  })
}

async function linkTo(tx: Tx, { requestId, requesterEmail, confirmed }: WaitingRequest): Promise<string> {
  const kind = confirmed ? { purpose: 'page' as const, days: 30 } : { purpose: 'confirm' as const, days: 8 }
  const token = await createAccessLink(tx, { requestId, sentTo: requesterEmail, ...kind })
  return `${env().appUrl}/r/${token}`
}

/** The mailbox that a link was mailed to, where its owner muted it by "I didn't ask for this"; else null. */
async function mutedBy(token: string): Promise<string | null> {
  const link = await findAccessLink(token)
  if (link?.purpose !== 'confirm' && link?.purpose !== 'page') return null
  const mailbox = mailboxHash(link.sentTo)
  return (await inTransaction(tx => mutedUntil(tx, mailbox))) ? mailbox : null
}

/** Whether a mailed link, spent or not, is of a mailbox whose owner wants no mail for now. */
export const isMailOff = async (token: string): Promise<boolean> => (await mutedBy(token)) !== null

/** Its owner wants mail again: what waits for the mailbox is sent now. Safe to repeat. */
export async function turnMailOn(token: string): Promise<void> {
  const mailbox = await mutedBy(token)
  if (!mailbox) return
  await inTransaction(async tx => {
    await unmuteMailbox(tx, mailbox)
    const [job, payload, key] = jobOf(mailbox)
    await addJob(tx, job, payload, { key })
  })
}
