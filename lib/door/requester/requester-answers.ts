import type { Visitor } from '@/lib/auth/requester'
import { fileLimits } from '@/lib/core/files/file-limits'
import { hasOpenQuestion } from '@/lib/core/machine/open-questions'
import { consume } from '@/lib/store/database/limits'
import { readRequest } from '@/lib/store/request/requests'
import { attachFile } from '../files/attach'
import { discardUploads, type FormUpload, receiveForm } from '../files/attach-receive'
import { discardUnsent, keepUnsent, LONGEST_REPLY, runOwn, type Sent } from './requester-messages'

/** What may be written beside an answer. */
export const LONGEST_BESIDE = 10_000
/** Forms with documents that one request may send in an hour, whose files it has a bound for: strangers can't use up its room. */
const UPLOADS = 20

/**
 * Runs an answer whose words are kept already. What comes too late becomes the beginning of a reply, so that nobody writes
 * it twice.
 */
async function answer(
  visitor: Visitor,
  secret: string,
  { command, input, press, words }: { command: string; input: object; press: string; words: string },
): Promise<Sent> {
  const result = await runOwn(visitor, command, input, press)
  if (result === 'busy') return 'busy'
  if (result.ok) await discardUnsent(secret)
  else if (result.reason === 'illegal-state' || result.reason === 'not-asked')
    await keepUnsent(secret, words ? { reply: words, tooLate: true } : {})
  return result.ok ? 'sent' : 'refused'
}

/** Whether the administrator may be asked. */
export async function sendContact(
  visitor: Visitor,
  secret: string,
  { choice, text }: { choice: string; text: string },
  press: string,
): Promise<Sent> {
  await keepUnsent(secret, { contact: { choice, text } })
  if ((choice !== 'yes' && choice !== 'no') || text.length > LONGEST_BESIDE) return 'kept'
  const input = { contact: choice, ...(text.trim() && { text }) }
  return await answer(visitor, secret, { command: 'answer-owner-contact', input, press, words: text })
}

/** That they can't export by themselves. */
export async function sendHelp(visitor: Visitor, secret: string, text: string, press: string): Promise<Sent> {
  await keepUnsent(secret, { help: text })
  if (text.trim() === '' || text.length > LONGEST_REPLY) return 'kept'
  return await answer(visitor, secret, { command: 'ask-for-help', input: { text }, press, words: text })
}

/** What they mean by their request. */
export async function sendClarification(
  visitor: Visitor,
  secret: string,
  text: string,
  press: string,
): Promise<Sent> {
  await keepUnsent(secret, { clarification: text })
  if (text.trim() === '' || text.length > LONGEST_REPLY) return 'kept'
  return await answer(visitor, secret, {
    command: 'answer-clarification',
    input: { text },
    press,
    words: text,
  })
}

/** A form with files, as it comes in. */
export interface SentForm {
  body: ReadableStream<Uint8Array> | null
  contentType: string | null
}

/** What was written beside documents that can't be taken now. The form has it before the files, of which none is read. */
export async function wordsBeside({ body, contentType }: SentForm): Promise<string> {
  const received = await receiveForm(body, contentType, 0)
  return received.fields.get('text') ?? ''
}

/** The documents that Privacy asked for, with a word beside them: all of them arrive, or none. */
export async function sendDocuments(visitor: Visitor, secret: string, sent: SentForm): Promise<Sent> {
  const request = await readRequest(visitor.actor, visitor.reference)
  if (!request || !hasOpenQuestion(request, 'documents')) {
    const words = await wordsBeside(sent)
    if (words.trim()) await keepUnsent(secret, { reply: words, tooLate: true })
    return 'refused'
  }
  const { ok } = await consume(`documents:${visitor.actor.requestId}`, UPLOADS, 3600)
  if (!ok) {
    await keepUnsent(secret, { documents: { text: await wordsBeside(sent) } })
    return 'busy'
  }
  const received = await receiveForm(sent.body, sent.contentType, fileLimits.files)
  const text = received.fields.get('text') ?? ''
  const keep = async (reason: string, file?: string): Promise<Sent> => {
    await keepUnsent(secret, { documents: { text, problem: { reason, ...(file && { file }) } } })
    return 'kept'
  }
  if (!received.ok) return await keep(received.reason, received.file)
  const { uploads } = received
  if (uploads.length === 0 && text.trim() === '') return await keep('nothing')
  if (text.length > LONGEST_BESIDE) {
    await discardUploads(uploads)
    return await keep('too-long')
  }
  const press = received.fields.get('press') ?? ''
  const refused = await attachAll(visitor, uploads, press)
  if (refused) return await keep(refused)
  const input = text.trim() ? { text } : {}
  return await answer(visitor, secret, { command: 'provide-documents', input, press, words: text })
}

/** @returns why one was not taken; those before it stay, and those after it go */
async function attachAll(
  visitor: Visitor,
  uploads: readonly FormUpload[],
  press: string,
): Promise<string | null> {
  const to = { reference: visitor.reference, taskId: null, purpose: 'proof' as const }
  for (const [at, upload] of uploads.entries()) {
    const commandId = `document:${visitor.sessionId}:${press.slice(0, 40)}:${at}`
    const attached = await attachFile(visitor.actor, to, upload, { commandId })
    if (attached.ok) continue
    await discardUploads(uploads.slice(at + 1))
    return attached.reason
  }
  return null
}
