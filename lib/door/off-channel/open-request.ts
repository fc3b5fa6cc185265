import { z } from 'zod'
import { daysBetween } from '@/lib/core/deadlines/days'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { answerOf } from '@/lib/core/off-channel/answers'
import { ticketLink } from '@/lib/core/off-channel/off-channel-view'
import type { StaffActor } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { findReplay } from '@/lib/store/audit/audit'
import type { Tx } from '@/lib/store/database/transaction'
import { linkOffChannel, type OffChannelRow, readOffChannel } from '@/lib/store/request/off-channel'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { recordChange } from '../run/record-change'
import { runRequestCommand } from '../run/run'
import { type SubmitResult, submitRequest } from '../run/submit'
import { mayDo } from '../staff/changing'
import { entryEnded } from './change-entry'

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
  const counted = from ? countedFrom(from, input) : input
  if (!counted) return laterThanEntry
  const within = (tx: Tx, requestId: string) => tie(tx, actor, { entry: from?.id, requestId, commandId })
  const opened = await submitRequest(actor, counted, { commandId, source: 'staff', within })
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
  if (!mayDo(actor, 'log-off-channel')) return refusal('not-allowed')
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

/**
 * A request that an entry asked for counts from the day on which that reached us, at the latest, and by the law of the place
 * that was said there, where nothing else is.
 * @returns null for a request that claims to be received on a later day
 */
function countedFrom(
  { receivedAt, country, region }: OffChannelRow,
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const place = country && !input.country && !input.region ? { country, ...(region && { region }) } : {}
  const asked = { ...input, ...place }
  const counted = { ...asked, receivedAt: receivedAt.toISOString() }
  if (!input.receivedAt) return counted
  const sent = z.coerce.date().safeParse(input.receivedAt)
  if (!sent.success) return asked
  const days = daysBetween(receivedAt, sent.data, env().orgTimeZone)
  if (days > 0) return null
  // On the same day, the entry knows the hour.
  return days === 0 ? counted : asked
}

const laterThanEntry: DoorRefusal = refusal('invalid-input', {
  detail: 'receivedAt',
  fields: { receivedAt: 'What asks for it reached us earlier. The time to answer counts from that day.' },
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
