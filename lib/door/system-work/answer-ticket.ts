import { systemClock } from '@/lib/clock'
import { answerText, macroOf } from '@/lib/core/off-channel/answer-text'
import { answerOf } from '@/lib/core/off-channel/answers'
import type { SystemActor } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { inTransaction } from '@/lib/store/database/transaction'
import { readQueuedAnswer, type SettledAnswer, settleAnswer } from '@/lib/store/request/ticket-answers'
import { addTurn } from '@/lib/store/systems/turns'
import { SystemFailure } from '@/lib/systems/failure'
import { organisationWords } from '../off-channel/organisation-words'
import { changing } from '../staff/changing'
import { connectTo } from '../systems/connect'

/** With growing pauses, nearly three hours; then a person answers, who has as long as the person who asks. */
const TRIES = 12
const FIRST_PAUSE_S = 5
const LONGEST_PAUSE_S = 3600

type Queued = NonNullable<Awaited<ReturnType<typeof readQueuedAnswer>>>

/** How long to wait after so many tries: twice as long each time, and no less than the system asked for. */
const pauseAfter = (tried: number, { retryAfterSeconds = 0 }: SystemFailure): number =>
  Math.max(retryAfterSeconds, Math.min(FIRST_PAUSE_S * 2 ** (tried - 1), LONGEST_PAUSE_S))

/** Answers the ticket as the handbook says. @throws SystemFailure where that can't be done (now) */
async function answer(entry: Queued, signal: AbortSignal): Promise<{ solved: boolean }> {
  const { systemKey, systemName, ticketId } = entry
  const rule = answerOf(entry.asksFor, entry.answer)
  if (!rule) throw new SystemFailure('unexpected', 'This version has no answer to it.')
  const connection = await connectTo(systemKey, { signal })
  if (!connection?.answerTicket)
    throw new SystemFailure('unexpected', `${systemName} is no longer connected, or is switched off.`)
  const clock = { timeZone: env().orgTimeZone, now: systemClock.now() }
  const { solved } = await connection.answerTicket({
    ticket: ticketId,
    macro: macroOf(rule, entry.channel),
    text: answerText(rule, entry, await organisationWords(), clock),
    solves: rule.ticket === 'solved',
  })
  return { solved: solved && rule.ticket === 'solved' }
}

/** Writes down how a round of tries ended, with a row in the audit log. */
async function settle(
  actor: SystemActor,
  { id, systemKey }: Queued,
  round: string | undefined,
  settled: SettledAnswer,
): Promise<void> {
  const { answering, solved } = settled
  const command = answering === 'failed' ? 'fail-ticket-answer' : 'answer-ticket'
  const commandId = [command, id, round].filter(Boolean).join(':')
  await changing({ actor, ability: 'log-off-channel', command, commandId }, async tx => {
    const open = await settleAnswer(tx, id, settled)
    return { answer: {}, facts: { offChannel: id, system: systemKey, solved: open && solved } }
  })
}

/** Nobody would be told of a ticket that is never answered: from here on, a person answers it. */
const giveUp = (actor: SystemActor, entry: Queued, round: string | undefined, words: string): Promise<void> =>
  settle(actor, entry, round, { answering: 'failed', words, solved: false })

/**
 * Answers the ticket of an entry that came by itself, once: the system looks whether an earlier try did. One that can't be answered
 * now is tried again later; one that can't be at all, or not for hours, is left to a person, with the reason.
 * @param tried which try of its round this is; 1 is the first
 * @param round set by a person who had it tried again
 * @throws what is no failure of the system, for the queue to try again
 */
export async function answerEntryTicket(
  actor: SystemActor,
  entryId: string,
  { tried, round, signal }: { tried: number; round?: string | undefined; signal: AbortSignal },
): Promise<void> {
  const entry = await readQueuedAnswer(entryId)
  if (!entry) return
  // A person was quicker, and has said so.
  if (entry.isFinished) {
    await inTransaction(tx => settleAnswer(tx, entry.id, { answering: null, words: null, solved: false }))
    return
  }
  try {
    const { solved } = await answer(entry, signal)
    await settle(actor, entry, round, { answering: 'answered', words: null, solved })
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error
    log.warn({ system: entry.systemKey, reason: error.reason, tried }, 'a ticket was not answered')
    if (!error.isTransient || tried >= TRIES) return await giveUp(actor, entry, round, error.message)
    const inSeconds = pauseAfter(tried, error)
    const next = { entryId, tried: tried + 1, ...(round && { round }) }
    await inTransaction(tx => addTurn(tx, 'answer-ticket', entryId, next, { inSeconds }))
  }
}

/** Leaves the ticket to a person after something failed on our own side again and again. */
export async function giveUpAnswering(actor: SystemActor, entryId: string, round?: string): Promise<void> {
  const entry = await readQueuedAnswer(entryId)
  if (entry)
    await giveUp(actor, entry, round, 'Something failed on our side. The log of the server says what.')
}
