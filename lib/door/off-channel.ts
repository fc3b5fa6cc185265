import { z } from 'zod'
import type { Actor, StaffActor } from '@/lib/core/actor'
import { answerOf, askables, channels } from '@/lib/core/off-channel'
import { requestTypes } from '@/lib/core/request-types/index'
import { databaseNow } from '@/lib/store/client'
import { insertOffChannel, linkOffChannel, readOffChannel } from '@/lib/store/off-channel'
import { readRequest } from '@/lib/store/requests'
import { invalid } from './invalid'
import { type DoorRefusal, refusal } from './refusal'
import { runRequestCommand } from './run'
import { changing, type Done, mayDo, refuseBecause } from './staff/changing'
import { type SubmitResult, submitRequest } from './submit'

const ability = 'log-off-channel'

const link = z.preprocess(
  value => (value === '' ? undefined : value),
  z
    .url({ protocol: /^https?$/, error: 'Give the whole link, with https://.' })
    .max(500)
    .optional(),
)

export const offChannelInput = z.strictObject({
  channel: z.enum(channels, 'Choose how it arrived.'),
  ticket: link,
  asksFor: z.enum(askables, 'Choose what it asks for.'),
  answer: z.string().max(60),
  note: z.string().trim().max(500).optional(),
})

/** Logs what arrived other than through the Privacy Center, with the handbook's answer to it. */
export async function logOffChannel(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ id?: string }>> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = offChannelInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { channel, ticket, asksFor, answer, note } = parsed.data
  return await changing({ actor, ability, command: 'log-off-channel', commandId }, async tx => {
    const rule =
      answerOf(asksFor, answer) ?? refuseBecause('answer', 'Choose one of the answers for what it asks for.')
    const solved = rule.ticket === 'solved'
    const id = await insertOffChannel(tx, {
      channel,
      ticket: ticket ?? null,
      asksFor,
      answer,
      solved,
      note: note || null,
      loggedById: actor.kind === 'staff' ? actor.id : null,
      at: await databaseNow(tx),
    })
    return { answer: { id }, facts: { offChannel: id, channel, asksFor, answer, solved } }
  })
}

const fromTicket = z.object({ ticket: link, offChannel: z.uuid().optional() })

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
  const opened = await submitRequest(actor, input, { commandId, source: 'staff' })
  if (!opened.ok) return opened
  if (about.data.ticket)
    await runRequestCommand(
      actor,
      opened.reference,
      'add-note',
      { text: `Opened from a ticket: ${about.data.ticket}` },
      { commandId: `${commandId}:ticket` },
    )
  if (about.data.offChannel) await tie(actor, about.data.offChannel, opened.reference, commandId)
  return opened
}

const publicOnly: DoorRefusal = refusal('invalid-input', {
  detail: 'type',
  fields: { type: 'This is asked for in the Privacy Center only.' },
})

async function tie(actor: StaffActor, entry: string, reference: string, commandId: string): Promise<void> {
  const request = await readRequest(actor, reference)
  const known = await readOffChannel(actor, entry)
  if (!request || !known) return
  const change = {
    actor,
    ability,
    command: 'link-off-channel',
    commandId: `${commandId}:off-channel`,
  } as const
  await changing(change, async tx => {
    const linked = await linkOffChannel(tx, entry, request.id)
    return { answer: {}, facts: { offChannel: entry, request: request.id, linked } }
  })
}
