import type { Actor } from '@/lib/core/people/actor'
import { type ReplyChannel, replyChannels } from '@/lib/core/request/channel'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export interface ConversationEntry {
  id: string
  key: string
  direction: 'in' | 'out' | 'note'
  sender: string
  subject: string
  body: string
  at: Date
  late: boolean
  delivery: string
  /** Why it came back. */
  deliveryReason: string | null
  /** On which road it came in, and the day on which it was said where staff recorded it. */
  channel: ReplyChannel | null
  saidOn: string | null
  /** Came in, and nobody has read it. */
  unread: boolean
  taskId: string | null
}

const channelOf = (text: string | null) => replyChannels.find(channel => channel === text) ?? null

const asDirection = (text: string): 'in' | 'out' => (text === 'in' ? 'in' : 'out')

/** Messages between us and the account's own mailboxes. Nobody else may read them, least of all a requester posing as the owner. */
const ofTheAccount: readonly string[] = ['security-notice', 'objection', 'subject-confirmation']

/**
 * Messages and notes of a request in time order; the caller has made sure that the actor may see the request. The data
 * subject gets no notes and only mail to themselves; roles without personal data get nothing.
 */
export async function readMessages(
  actor: Actor,
  requestId: string,
  db: Database = database(),
): Promise<ConversationEntry[]> {
  if (
    actor.kind === 'public' ||
    actor.kind === 'account-holder' ||
    (actor.kind === 'staff' && actor.role === 'admin')
  )
    return []
  const messages = await db.message.findMany({ where: { requestId }, orderBy: { at: 'asc' } })
  const notes =
    actor.kind === 'requester' ? [] : await db.note.findMany({ where: { requestId }, orderBy: { at: 'asc' } })
  const said = messages.map(row => {
    const { id, key, direction, sender, subject, body, at, late, delivery, deliveryReason } = row
    return {
      id,
      key,
      direction: asDirection(direction),
      sender,
      subject,
      body,
      at,
      late,
      delivery,
      deliveryReason,
      channel: channelOf(row.channel),
      saidOn: row.saidOn,
      unread: direction === 'in' && row.readAt === null,
      taskId: null,
    }
  })
  const noted = notes.map(({ id, text, authorName, at, taskId }) => {
    return {
      id,
      key: 'note',
      direction: 'note' as const,
      sender: authorName,
      subject: '',
      body: text,
      at,
      late: false,
      delivery: 'none',
      deliveryReason: null,
      channel: null,
      saidOn: null,
      unread: false,
      taskId,
    }
  })
  const shown =
    actor.kind === 'requester' ? said.filter(message => !ofTheAccount.includes(message.key)) : said
  return [...shown, ...noted].toSorted((a, b) => +a.at - +b.at)
}

/** The organisation's own wording of a message, newest version, or null. */
export async function templateOverride(
  key: string,
  language: string,
  tx: AnyTx | Database = database(),
): Promise<{ subject: string; body: string } | null> {
  return await prismaOf(tx).messageTemplate.findFirst({
    where: { key, language },
    orderBy: { version: 'desc' },
    select: { subject: true, body: true },
  })
}

/** The name that a note shows: a person's, a token's, or the role where neither is known any more. */
export async function authorName(tx: AnyTx, actor: Actor): Promise<string> {
  if (actor.kind !== 'staff') return actor.kind === 'requester' ? 'Requester' : 'System'
  const named =
    actor.via === 'browser'
      ? await prismaOf(tx).staff.findUnique({ where: { id: actor.id }, select: { name: true } })
      : await prismaOf(tx).apiToken.findUnique({ where: { id: actor.id }, select: { name: true } })
  return named?.name ?? actor.role
}
