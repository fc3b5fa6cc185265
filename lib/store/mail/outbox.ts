import { randomUUID } from 'node:crypto'
import { isUnmailableAddress } from '@/lib/core/account/matching'
import type { DeliveryReason } from '@/lib/core/request/message-record'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { addJob } from '../database/jobs'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { seal } from '../database/seal'

/** What became of a mail, as far as it can be known. */
export type DeliveryResult = 'accepted' | 'bounced' | 'uncertain'

export interface MailToQueue {
  /** Message key, or what else the mail is. */
  kind: string
  /** The message of the conversation that this mail carries; its deliveries are recorded on it. */
  messageId?: string
  requestId?: string
  /** One validated address. */
  to: string
  /** Default MAIL_FROM. */
  from?: string
  subject: string
  text: string
  html?: string
  /** Of a mail to a list: the address that takes somebody off it, by a POST that their mail program may send by itself. */
  unsubscribe?: string
}

/** A first attempt goes before retries, and people who wait before the desk's own notices. */
export const PRIORITY = { message: 0, notice: 2, retry: 5 } as const
const MAIL_ATTEMPTS = 25

/** The key of a row's job, of which one waits at a time. */
export const SEND_KEY = 'send-mail:'

/**
 * Adds the job that sends a queued row, or moves the one that waits; how long it is tried is the row's business, so a job fails only
 * by surprise.
 */
export async function addSendJob(
  tx: AnyTx,
  outboxId: string,
  options: { inSeconds?: number; priority: number; keepsMoment?: boolean },
): Promise<void> {
  const key = `${SEND_KEY}${outboxId}`
  await addJob(tx, 'send-mail', { outboxId }, { ...options, key, maxAttempts: MAIL_ATTEMPTS })
}

/** One address and nothing that could become a second one, a header or a command. */
const ONE_ADDRESS = /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@<>"(),:;\\[\]\p{C}]+$/u

const bareAddress = (from: string) => from.match(/<([^<>]*)>\s*$/)?.[1] ?? from.trim()

/**
 * Queues a mail within the caller's transaction; a worker sends it within seconds of the commit.
 * @param key the 32 bytes of HABEAS_KEY
 * @returns the row's id and the Message-ID, which stays the same however often it is tried
 * @throws when `to` isn't exactly one address: validation should have refused it. One of an account that no mail can go to is
 * queued: sending finds that out, and the message comes back as a delivery problem
 */
export async function queueMail(
  tx: AnyTx,
  mail: MailToQueue,
  key: Uint8Array,
): Promise<{ id: string; mailId: string }> {
  if (!ONE_ADDRESS.test(mail.to) && !isUnmailableAddress(mail.to))
    throw new Error('a mail needs exactly one valid address')
  const from = mail.from ?? env().mailFrom
  const id = randomUUID()
  const mailId = `<${id}@${bareAddress(from).split('@')[1] ?? 'habeas.invalid'}>`
  const { to, subject, text, html, unsubscribe } = mail
  const more = { ...(html !== undefined && { html }), ...(unsubscribe !== undefined && { unsubscribe }) }
  const sealed = seal({ from, to, subject, text, ...more }, key, id)
  await prismaOf(tx).$executeRaw`
    insert into outbox (id, message_id, request_id, kind, mail_id, recipient, sealed, state, send_after, created_at)
    values (${id}, ${mail.messageId ?? null}, ${mail.requestId ?? null}, ${mail.kind}, ${mailId}, ${to}, ${sealed},
      'queued', now(), now())`
  await addSendJob(tx, id, { priority: mail.messageId ? PRIORITY.message : PRIORITY.notice })
  return { id, mailId }
}

/**
 * Tells the door what became of each message that a mail carries; in the transaction that settles the row, so it is told exactly
 * once.
 */
export async function addRecordDelivery(
  tx: AnyTx,
  { id, messageId }: { id: string; messageId: string | null },
  result: DeliveryResult,
  reason?: DeliveryReason,
): Promise<void> {
  const carried = messageId
    ? [{ id: messageId }]
    : await prismaOf(tx).message.findMany({ where: { carriedById: id }, select: { id: true } })
  for (const message of carried)
    await addJob(tx, 'record-delivery', { messageId: message.id, result, ...(reason && { reason }) })
}

/**
 * A person settles an uncertain mail: it arrived, it didn't, or it is to be sent again.
 * A bounced one can be sent again, too. What was decided reaches the message through `record-delivery`.
 * @returns false when the row isn't waiting for a person, or has nothing left to send
 */
export async function settleOutbox(
  tx: AnyTx,
  id: string,
  as: 'accepted' | 'bounced' | 'queued',
): Promise<boolean> {
  if (as === 'queued') {
    const again = await prismaOf(tx).$executeRaw`
      update outbox set state = 'queued', send_after = now(), settled_at = null, claimed_at = null, claimed_by = null,
        deferred_since = null
      where id = ${id} and state in ('uncertain', 'bounced') and sealed is not null`
    if (again === 1) await addSendJob(tx, id, { priority: PRIORITY.message })
    return again === 1
  }
  const [row] = await prismaOf(tx).$queryRaw<{ messageId: string | null }[]>`
    update outbox set state = ${as}, settled_at = clock_timestamp(),
      sealed = case when ${as} = 'accepted' then null else sealed end
    where id = ${id} and state = 'uncertain'
    returning message_id as "messageId"`
  if (!row) return false
  await addRecordDelivery(tx, { id, ...row }, as)
  return true
}

/** Settles the mail that carries a message, alone or with others, as {@link settleOutbox} does; nothing where it never had one. */
export async function settleMailOf(tx: AnyTx, messageId: string, as: 'accepted' | 'queued'): Promise<void> {
  const row = await prismaOf(tx).outbox.findUnique({ where: { messageId }, select: { id: true } })
  const message = row ? null : await prismaOf(tx).message.findUnique({ where: { id: messageId } })
  const id = row?.id ?? message?.carriedById
  if (id) await settleOutbox(tx, id, as)
}

export interface MailTrouble {
  /** `refused`: the mail server has something against us · `unavailable`: it can't be reached, or takes nothing from us. */
  kind: 'refused' | 'unavailable'
  waiting: number
  since: Date
  /** What it said last, such as `550 5.4.5`, or the network's error. */
  answer: string
}

/** Mail that waits for the mail server, not for its time. One failed try doesn't count: servers restart. */
export const STOPPED = Prisma.sql`state = 'queued'
  and (starts_with(last_problem, 'refuses-us ') or (starts_with(last_problem, 'unavailable ') and attempts > 1))`

/**
 * The trouble that keeps all mail from leaving, told once however many mails wait; null without any. No personal data.
 */
export async function mailTrouble(db: Database = database()): Promise<MailTrouble | null> {
  const [row] = await db.$queryRaw<MailTrouble[]>`
    with stopped as (
      select created_at, send_after, starts_with(last_problem, 'refuses-us ') as refused,
        substr(last_problem, strpos(last_problem, ' ') + 1) as answer
      from outbox
      where ${STOPPED}
    )
    select case when refused then 'refused' else 'unavailable' end as kind, answer,
      (select count(*)::int from stopped) as waiting, (select min(created_at) from stopped) as since
    from stopped order by refused desc, send_after desc limit 1`
  return row ?? null
}

/** How many mails are due and not gone, and for how many seconds the first of them has been; no personal data. */
export async function mailBacklog(
  db: Database = database(),
): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await db.$queryRaw<{ waiting: number; oldestSeconds: number }[]>`
    select count(*)::int as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as "oldestSeconds"
    from outbox where state in ('queued', 'claimed', 'transmitting')`
  return row ?? { waiting: 0, oldestSeconds: 0 }
}
