import { answerOf } from '@/lib/core/off-channel/answers'
import { type OffChannelAct, offChannelActs } from '@/lib/core/off-channel/off-channel-view'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow } from '@/lib/store/database/transaction'
import { changeOffChannel, lockOpenEntry, readOffChannel } from '@/lib/store/request/off-channel'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'

const ability = 'log-off-channel'

/** Nothing more is done about an entry that has ended. */
export const entryEnded: DoorRefusal = {
  ...refusal('conflict'),
  title: 'Somebody has ended this entry already. Load the page again to see how.',
}

/**
 * Does something about an entry that is open: its ticket is solved, it ends with a note, or the person has said where they
 * move to. What is Privacy's to answer is ended by Privacy alone, with a note.
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
  if (isPrivacys && !(actor.kind === 'staff' && actor.role === 'privacy')) return refusal('not-allowed')
  if (isPrivacys && act === 'solve') return refusal('contradiction', { detail: 'solve' })
  if (act === 'clarify' && entry.asksFor !== 'data-portability')
    return refusal('contradiction', { detail: 'clarify' })
  const parsed = offChannelActs[act].safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { destination, note }: { destination?: string; note?: string } = parsed.data
  const command = `${act}-off-channel`
  return await changing({ actor, ability, command, commandId }, async tx => {
    if (!(await lockOpenEntry(tx, id))) throw new Refused(entryEnded)
    const finishedById = actor.kind === 'staff' ? actor.id : null
    const end = { solved: act === 'solve', finishNote: note ?? null, finishedById }
    await changeOffChannel(
      tx,
      id,
      destination ? { destination } : { ...end, finishedAt: await databaseNow(tx) },
    )
    return { answer: {}, facts: { offChannel: id, ...(destination && { destination }) } }
  })
}
