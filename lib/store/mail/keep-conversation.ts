import { randomUUID } from 'node:crypto'
import type { MessageRecord } from '@/lib/core/request/message-record'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** A message in its exact words, as it was sent or came in. */
export interface MessageToKeep {
  id: string
  requestId: string
  key: string
  sender: string
  subject: string
  body: string
  at: Date
}

/**
 * Keeps a message to the data subject or the account; its mail is queued.
 * @param message.waitsFor the mailbox whose next mail is to carry it, as a keyed hash
 */
export async function keepSentMessage(
  tx: AnyTx,
  message: MessageToKeep & { waitsFor?: string },
): Promise<void> {
  await prismaOf(tx).message.create({ data: { ...message, direction: 'out', delivery: 'queued' } })
}

/** Keeps what the data subject or the account's holder said, with what its record says of how and when it came. */
export async function keepReceivedMessage(
  tx: AnyTx,
  message: MessageToKeep & Pick<MessageRecord, 'late' | 'channel' | 'saidOn' | 'readAt'>,
): Promise<void> {
  await prismaOf(tx).message.create({ data: { ...message, direction: 'in', delivery: 'none' } })
}

export interface NoteToKeep {
  requestId: string
  taskId: string | null
  text: string
  /** Of the staff row or of the API token; null where the author isn't staff. */
  authorId: string | null
  authorName: string
  at: Date
}

/** Keeps an internal note; the data subject never sees it. */
export async function keepNote(tx: AnyTx, note: NoteToKeep): Promise<void> {
  await prismaOf(tx).note.create({ data: { ...note, id: randomUUID() } })
}
