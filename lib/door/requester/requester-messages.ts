import { z } from 'zod'
import type { Visitor } from '@/lib/auth/requester'
import { verificationOf } from '@/lib/core/request/current'
import { consume } from '@/lib/store/database/limits'
import { readRequest } from '@/lib/store/request/requests'
import { deleteDraft, findDraft, keepDraft } from '@/lib/store/visits/drafts'
import { type RunResult, runRequestCommand } from '../run/run'

/** What one visit may send in an hour: more than a person writes. */
const PER_HOUR = 30

export const LONGEST_ANSWER = 1000
export const LONGEST_REPLY = 10_000

const unsent = z.object({
  answers: z.record(z.string(), z.string()).optional(),
  reply: z.string().optional(),
  /** Why the reply didn't go as answers: their time was over. */
  tooLate: z.boolean().optional(),
  /** Whether to ask the administrator, and what they wrote with it. */
  contact: z.object({ choice: z.string(), text: z.string() }).optional(),
  help: z.string().optional(),
  /** What they mean by their request. */
  clarification: z.string().optional(),
  /** Why they don't agree, or what they complain about, and in which of the two forms they wrote it. */
  disagreement: z.string().optional(),
  disagreeing: z.enum(['appeal', 'complaint']).optional(),
  /** What was written beside documents, and why those were not taken, where that is known. */
  documents: z
    .object({
      text: z.string(),
      problem: z.object({ reason: z.string(), file: z.string().optional() }).optional(),
    })
    .optional(),
})
/** What was typed on the person's own page and could not be sent yet. */
export type Unsent = z.output<typeof unsent>

/** What this visit has typed and not sent, so that nothing typed is lost. */
export async function readUnsent(secret: string | undefined): Promise<Unsent> {
  const parsed = unsent.safeParse((await findDraft(secret))?.payload)
  return parsed.success ? parsed.data : {}
}

export const keepUnsent = (secret: string, words: Unsent): Promise<void> => keepDraft(secret, words)

export async function discardUnsent(secret: string): Promise<void> {
  const draft = await findDraft(secret)
  if (draft) await deleteDraft(draft.id)
}

export type Sent = 'sent' | 'kept' | 'busy' | 'refused'

/** Their one attempt at the questions. What is incomplete is kept, and what comes too late becomes the beginning of a reply. */
export async function sendAnswers(
  visitor: Visitor,
  secret: string,
  sent: (question: string) => string,
  press: string,
): Promise<Sent> {
  const request = await readRequest(visitor.actor, visitor.reference)
  const questions = (request && verificationOf(request)?.questions) ?? []
  const answers = Object.fromEntries(questions.map(({ key }) => [key, sent(key)]))
  await keepUnsent(secret, { answers })
  if (Object.values(answers).some(answer => answer.trim() === '' || answer.length > LONGEST_ANSWER))
    return 'kept'
  const result = await runOwn(visitor, 'answer-questions', { answers }, press)
  if (result === 'busy') return 'busy'
  if (result.ok) await discardUnsent(secret)
  else if (result.reason === 'illegal-state') {
    const reply = questions.map(({ key, text }) => `${text}\n${answers[key]}`).join('\n\n')
    await keepUnsent(secret, { reply, tooLate: true })
  }
  return result.ok ? 'sent' : 'refused'
}

/** Their own words, at any time after the confirmation. */
export async function sendReply(
  visitor: Visitor,
  secret: string,
  text: string,
  press: string,
): Promise<Sent> {
  await keepUnsent(secret, { reply: text })
  if (text.trim() === '' || text.length > LONGEST_REPLY) return 'kept'
  const result = await runOwn(visitor, 'reply', { text }, press)
  if (result === 'busy') return 'busy'
  if (result.ok) await discardUnsent(secret)
  return result.ok ? 'sent' : 'refused'
}

/** That they can't know the answers to the questions. */
export async function sayUnknown(visitor: Visitor, press: string): Promise<Sent> {
  const result = await runOwn(visitor, 'cannot-know', {}, press)
  if (result === 'busy') return 'busy'
  return result.ok ? 'sent' : 'refused'
}

/**
 * Their appeal against how the request ended, or their complaint about how it is handled.
 * @param command which of the two
 */
export async function sendDisagreement(
  visitor: Visitor,
  secret: string,
  command: 'open-appeal' | 'open-complaint',
  { text, press }: { text: string; press: string },
): Promise<Sent> {
  const disagreeing = command === 'open-appeal' ? 'appeal' : 'complaint'
  await keepUnsent(secret, { disagreement: text, disagreeing })
  if (text.trim() === '' || text.length > LONGEST_REPLY) return 'kept'
  const result = await runOwn(visitor, command, { ground: text }, press)
  if (result === 'busy') return 'busy'
  if (result.ok) await discardUnsent(secret)
  return result.ok ? 'sent' : 'refused'
}

/** Takes the request back, until the first destructive step is done. */
export async function withdraw(visitor: Visitor, press: string): Promise<Sent> {
  const result = await runOwn(visitor, 'withdraw', {}, press)
  if (result === 'busy') return 'busy'
  return result.ok ? 'sent' : 'refused'
}

/** Runs a command of the visitor's own. @param press tells one press of a button from the next: a double click has one effect */
export async function runOwn(
  visitor: Visitor,
  command: string,
  input: unknown,
  press: string,
): Promise<RunResult | 'busy'> {
  const { ok } = await consume(`visit:${visitor.actor.requestId}`, PER_HOUR, 3600)
  if (!ok) return 'busy'
  const commandId = `${command}:${visitor.sessionId}:${press.slice(0, 40)}`
  return await runRequestCommand(visitor.actor, visitor.reference, command, input, { commandId })
}
