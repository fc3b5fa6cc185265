import { chosenAnswer } from '@/lib/core/off-channel/answers'
import { isAskable } from '@/lib/core/off-channel/off-channel'
import { SYSTEM_KEY } from '@/lib/core/systems/names'
import { log } from '@/lib/log'
import { addTurn } from '@/lib/store/systems/turns'
import type { Arrival, Connection } from '@/lib/systems/contract'
import { enter } from '../off-channel/enter'
import { contextFor } from '../run/context'
import { systemFor } from '../run/system-for'
import { changing } from '../staff/changing'
import { connectTo } from './connect'

/** What came of a webhook. `denied` says no more, so that nobody learns which systems there are. */
export type Arriving =
  /** `known`: its ticket came before. */
  | { is: 'logged' | 'known' }
  /** Its signature is right, but it names no ticket. */
  | { is: 'unreadable' }
  | { is: 'denied' }

export interface Hook {
  headers: Readonly<Record<string, string | undefined>>
  /** The body's very bytes: its signature is over them. */
  raw: Buffer
  now: Date
}

/**
 * Takes a webhook that a connected system has signed: the ticket becomes an off-channel entry, once, and is answered by a job. Of
 * what was sent, only the ticket's number and what it asks for are kept.
 * @param key of the system, as the address has it
 */
export async function takeArrival(key: string, { headers, raw, now }: Hook): Promise<Arriving> {
  const connection = SYSTEM_KEY.test(key) ? await connectTo(key) : null
  const reading = connection?.readHook?.(headers, raw, now)
  if (connection && reading?.ok) return await enterArrival(key, connection, reading.arrival)
  const why = reading && !reading.ok ? reading.why : 'no such system'
  log.warn({ why, ...(connection && { system: key }) }, 'security: webhook denied')
  return why === 'body' ? { is: 'unreadable' } : { is: 'denied' }
}

async function enterArrival(
  systemKey: string,
  connection: Connection,
  { ticket: ticketId, link: ticket, asksFor: said }: Arrival,
): Promise<Arriving> {
  const asksFor = said !== null && isAskable(said) ? said : 'other'
  const rule = chosenAnswer(asksFor, undefined)
  if (!rule) throw new Error(`nothing answers ${asksFor}`)
  const actor = systemFor.arrivals
  const commandId = `arrival:${systemKey}:${ticketId}`
  const done = await changing(
    { actor, ability: 'log-off-channel', command: 'log-off-channel', commandId },
    async tx => {
      const context = await contextFor(tx, actor)
      const { id, facts } = await enter(tx, context, {
        channel: 'support-ticket',
        ticket,
        asksFor,
        rule,
        destination: null,
        note: null,
        country: null,
        region: null,
        loggedById: null,
        receivedAt: context.now,
        from: { systemKey, ticketId, answering: connection.answerTicket ? 'queued' : null },
      })
      if (connection.answerTicket) await addTurn(tx, 'answer-ticket', id, { entryId: id })
      return { answer: { id }, facts: { ...facts, system: systemKey } }
    },
  )
  if (!done.ok) throw new Error(`an arrival was refused: ${done.reason}`)
  return { is: done.id ? 'logged' : 'known' }
}
