import { z } from 'zod'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { answerOf, chosenAnswer } from '@/lib/core/off-channel/answers'
import { dueOf, nextReminderOf } from '@/lib/core/off-channel/due'
import { askedKey, offChannelInput, ticketLink } from '@/lib/core/off-channel/off-channel-view'
import type { Actor, StaffActor } from '@/lib/core/people/actor'
import { findReplay } from '@/lib/store/audit/audit'
import type { Tx } from '@/lib/store/database/transaction'
import {
  insertOffChannel,
  linkOffChannel,
  offChannelLoggedBy,
  readOffChannel,
} from '@/lib/store/request/off-channel'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { contextFor } from '../run/context'
import { recordChange } from '../run/record-change'
import { runRequestCommand } from '../run/run'
import { type SubmitResult, submitRequest } from '../run/submit'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'
import { entryEnded } from './change-entry'
import { tellPrivacy } from './tell-privacy'

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
  const { channel, ticket, answer: wanted, destination, note } = parsed.data
  const asksFor = askedKey(parsed.data.asksFor)
  const done = await changing({ actor, ability, command: 'log-off-channel', commandId }, async tx => {
    const rule =
      chosenAnswer(asksFor, wanted) ??
      refuseBecause('answer', 'Choose one of the answers for what it asks for.')
    if (rule.privacyBy && !note)
      refuseBecause('note', 'Say in short what it is about, without names or addresses.')
    const context = await contextFor(tx, actor)
    const at = context.now
    const dueOn = dueOf(rule, at, context)
    const { key: answer } = rule
    const id = await insertOffChannel(tx, {
      channel,
      ticket: ticket ?? null,
      asksFor,
      answer,
      destination: destination ?? null,
      note: note || null,
      dueOn,
      reminderAt: dueOn && rule.privacyBy ? nextReminderOf(dueOn, at, context.timeZone) : null,
      loggedById: actor.kind === 'staff' ? actor.id : null,
      at,
    })
    if (dueOn && rule.privacyBy) await tellPrivacy(tx, { id, asksFor, dueOn })
    const due = dueOn && { dueOn: dueOn.toISOString() }
    return { answer: { id }, facts: { offChannel: id, channel, asksFor, answer, ...due } }
  })
  if (!done.ok) return done
  return { ok: true, id: done.id ?? (await offChannelLoggedBy(actor, commandId)) }
}

const fromTicket = z.object({ ticket: ticketLink, offChannel: z.uuid().optional() })

/**
 * Opens a request of a type that isn't offered publicly, from a support ticket. The link to the ticket becomes a note, and
 * the off-channel entry that it came from names the request. Pressing twice opens one.
 * @param input the fields of the request, as `POST /api/v1/requests` takes them, with `ticket` and `offChannel`
 */
export async function openFromTicket(
  actor: StaffActor,
  { ticket, offChannel, ...input }: Readonly<Record<string, unknown>>,
  commandId: string,
): Promise<SubmitResult> {
  if (!mayDo(actor, 'open-request')) return refusal('not-allowed')
  const about = fromTicket.safeParse({ ticket, offChannel })
  if (!about.success) return invalid(about.error)
  if (requestTypes.get(String(input.type))?.openedBy !== 'staff') return publicOnly
  const entry = about.data.offChannel
  const from = entry ? await readOffChannel(actor, entry) : null
  if (from?.reference && !(await findReplay(commandId))) return openedAlready(from.reference)
  const within = (tx: Tx, requestId: string) => tie(tx, actor, { entry: from?.id, requestId, commandId })
  const opened = await submitRequest(actor, input, { commandId, source: 'staff', within })
  if (!opened.ok) {
    // Somebody else was faster: their request is named in the entry by now.
    const now = entry && opened.reason === 'conflict' ? await readOffChannel(actor, entry) : null
    return now?.reference ? openedAlready(now.reference) : opened
  }
  if (about.data.ticket)
    await runRequestCommand(
      actor,
      opened.reference,
      'add-note',
      { text: `Opened from a ticket: ${about.data.ticket}` },
      { commandId: `${commandId}:ticket` },
    )
  return opened
}

/**
 * Opens the request that the answer to an entry offers, once.
 * @param input the fields of the request, as `POST /api/v1/requests` takes them, without `type`
 */
export async function openForEntry(
  actor: StaffActor,
  id: string,
  input: Readonly<Record<string, unknown>>,
  commandId: string,
): Promise<SubmitResult> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const entry = await readOffChannel(actor, id)
  if (!entry) return refusal('not-found')
  const type = answerOf(entry.asksFor, entry.answer)?.opens
  if (!type) return refusal('contradiction', { detail: 'answer' })
  if (entry.reference && !(await findReplay(commandId))) return openedAlready(entry.reference)
  if (entry.finishedAt) return entryEnded
  const decided = Object.keys(input).find(key => ['type', 'ticket', 'offChannel'].includes(key))
  if (decided)
    return refusal('invalid-input', {
      detail: decided,
      fields: { [decided]: 'This follows from the entry.' },
    })
  const about = { type, offChannel: id, ...(entry.ticket && { ticket: entry.ticket }) }
  return await openFromTicket(actor, { ...input, ...about }, commandId)
}

const publicOnly: DoorRefusal = refusal('invalid-input', {
  detail: 'type',
  fields: { type: 'This is asked for in the Privacy Center only.' },
})

const openedAlready = (reference: string): DoorRefusal => ({
  ...refusal('conflict', { detail: reference }),
  title: `A request was opened for this already: ${reference}.`,
})

/**
 * Names the new request in its entry, in the transaction that opens it, so that an entry has one request.
 * @throws {Refused} where another request has been opened for it
 */
async function tie(
  tx: Tx,
  actor: StaffActor,
  { entry, requestId, commandId }: { entry: string | undefined; requestId: string; commandId: string },
): Promise<void> {
  if (!entry) return
  if (!(await linkOffChannel(tx, entry, requestId))) throw new Refused(entryEnded)
  await recordChange(tx, {
    actor,
    command: 'link-off-channel',
    commandId: `${commandId}:off-channel`,
    facts: { offChannel: entry, request: requestId, linked: true },
  })
}
