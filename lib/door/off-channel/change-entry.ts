import { randomUUID } from 'node:crypto'
import { answerOf } from '@/lib/core/off-channel/answers'
import { type OffChannelAct, offChannelActs } from '@/lib/core/off-channel/off-channel-view'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'
import { complainantOf } from '@/lib/store/request/complaints'
import {
  changeOffChannel,
  lockOpenEntry,
  type OffChannelRow,
  readOffChannel,
} from '@/lib/store/request/off-channel'
import { queueAnswerAgain } from '@/lib/store/request/ticket-answers'
import { addTurn } from '@/lib/store/systems/turns'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'
import { mailComplainant } from './mail-complainant'

const ability = 'log-off-channel'

/** Nothing more is done about an entry that has ended. */
export const entryEnded: DoorRefusal = {
  ...refusal('conflict'),
  title: 'Somebody has ended this entry already. Load the page again to see how.',
}

/** What each act may not be done to. */
function contradicts(act: OffChannelAct, entry: OffChannelRow, isPrivacys: boolean): boolean {
  const { channel, asksFor, answering } = entry
  if (act === 'answer-again') return answering !== 'failed'
  if (act === 'solve') return isPrivacys
  if (act === 'clarify') return asksFor !== 'data-portability'
  return act === 'answer' && channel !== 'privacy-center'
}

/**
 * Does something about an entry that is open: its ticket is solved, it ends with a note, the person has said where they move to,
 * their complaint is answered by mail, or the system that it came from is tried again. What is Privacy's to answer is ended by
 * Privacy alone.
 */
export async function changeEntry(
  actor: Actor,
  id: string,
  act: OffChannelAct,
  input: unknown,
  commandId: string,
): Promise<Done> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const entry = await readOffChannel(actor, id)
  if (!entry) return refusal('not-found')
  const isPrivacys = answerOf(entry.asksFor, entry.answer)?.privacyBy !== undefined
  const ends = act !== 'answer-again'
  if (isPrivacys && ends && !(actor.kind === 'staff' && actor.role === 'privacy'))
    return refusal('not-allowed')
  if (contradicts(act, entry, isPrivacys)) return refusal('contradiction', { detail: act })
  const parsed = offChannelActs[act].safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { destination, note, text }: { destination?: string; note?: string; text?: string } = parsed.data
  const command = `${act}-off-channel`
  return await changing({ actor, ability, command, commandId }, async tx => {
    if (!(await lockOpenEntry(tx, id))) throw new Refused(entryEnded)
    if (!ends) {
      await answerAgain(tx, id)
      return { answer: {}, facts: { offChannel: id } }
    }
    if (text) await answer(tx, id, text)
    const finishedById = actor.kind === 'staff' ? actor.id : null
    const end = {
      solved: act === 'solve',
      finishNote: note ?? null,
      finishedById,
      ...(text && { reply: text }),
    }
    await changeOffChannel(
      tx,
      id,
      destination ? { destination } : { ...end, finishedAt: await databaseNow(tx) },
    )
    return { answer: {}, facts: { offChannel: id, ...(destination && { destination }) } }
  })
}

/** @throws {Refused} where the address was erased, so that nobody can be answered any more */
async function answer(tx: Tx, id: string, text: string): Promise<void> {
  const person = await complainantOf(tx, id)
  if (!person) throw new Refused(refusal('contradiction', { detail: 'answer' }))
  await mailComplainant(tx, 'complaint-answered', { id, ...person }, text)
}

/**
 * Queues the answer anew, with tries of its own; the round tells them from those before.
 * @throws {Refused} where somebody was quicker
 */
async function answerAgain(tx: Tx, id: string): Promise<void> {
  if (!(await queueAnswerAgain(tx, id)))
    throw new Refused(refusal('contradiction', { detail: 'answer-again' }))
  await addTurn(tx, 'answer-ticket', id, { entryId: id, round: randomUUID() })
}
