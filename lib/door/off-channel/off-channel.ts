import { instantOn, wrongDay, wrongDayWords } from '@/lib/core/deadlines/days'
import { placeOf } from '@/lib/core/intake/place-fields'
import { chosenAnswer } from '@/lib/core/off-channel/answers'
import { askedKey, offChannelInput } from '@/lib/core/off-channel/off-channel-view'
import type { Actor } from '@/lib/core/people/actor'
import { offChannelLoggedBy } from '@/lib/store/request/off-channel'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { contextFor } from '../run/context'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'
import { enter } from './enter'

const ability = 'log-off-channel'

/**
 * Logs what arrived other than through the Privacy Center, with the handbook's answer to it, and with its due date where a
 * law's clock counts. Privacy is told of what is theirs to answer.
 * @returns the entry's id, also where this press was the second one
 */
export async function logOffChannel(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ id?: string | undefined }>> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = offChannelInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { channel, ticket, answer: wanted, destination, note, receivedOn } = parsed.data
  const asksFor = askedKey(parsed.data.asksFor)
  const done = await changing({ actor, ability, command: 'log-off-channel', commandId }, async tx => {
    const rule =
      chosenAnswer(asksFor, wanted) ??
      refuseBecause('answer', 'Choose one of the answers for what it asks for.')
    if (rule.privacyBy && !note)
      refuseBecause('note', 'Say in short what it is about, without names or addresses.')
    const context = await contextFor(tx, actor)
    const { now: at, timeZone } = context
    const wrong = receivedOn && wrongDay(receivedOn, { now: at, zones: [timeZone] })
    if (wrong) refuseBecause('receivedOn', wrongDayWords[wrong])
    const receivedAt = receivedOn ? instantOn(receivedOn, timeZone, { now: at }) : at
    const place = placeOf(parsed.data)
    const { id, facts } = await enter(tx, context, {
      channel,
      ticket: ticket ?? null,
      asksFor,
      rule,
      destination: destination ?? null,
      note: note || null,
      ...place,
      loggedById: actor.kind === 'staff' ? actor.id : null,
      receivedAt,
    })
    return { answer: { id }, facts }
  })
  if (!done.ok) return done
  return { ok: true, id: done.id ?? (await offChannelLoggedBy(actor, commandId)) }
}
