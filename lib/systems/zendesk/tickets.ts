import { z } from 'zod'
import type { Look } from '../contract'
import { quoted, SystemFailure } from '../failure'
import { askJson } from '../json-api'
import { askForOne, everyItem, idSchema, type Zendesk } from './api'

const ticketSchema = z.object({ id: idSchema, status: z.string() })
const oneTicket = z.object({ ticket: ticketSchema })
export type Ticket = z.output<typeof ticketSchema>

const isOpen = ({ status }: Ticket) => status !== 'solved' && status !== 'closed'

/** The tickets that some users asked for and that aren't solved yet. */
export async function ticketsOf(zendesk: Zendesk, users: readonly string[]): Promise<Ticket[]> {
  const all: Ticket[] = []
  for (const user of users) {
    const path = `/users/${user}/tickets/requested`
    all.push(...(await everyItem(zendesk, { path }, 'tickets', ticketSchema)))
  }
  return all.filter(isOpen)
}

/** Whether a ticket is solved or closed by now. */
export async function lookAtTicket(zendesk: Zendesk, id: string): Promise<Look> {
  const told = await askForOne(zendesk, { path: `/tickets/${id}`, schema: oneTicket })
  if (!told) return { is: 'done', result: 'no longer there' }
  const { ticket } = told.body
  return isOpen(ticket) ? { is: 'not-done' } : { is: 'done', result: ticket.status }
}

/** Solves a ticket. One that was closed meanwhile can't be changed, and needn't be. @returns its status */
export async function solveTicket(zendesk: Zendesk, id: string): Promise<string> {
  const { status, body, error } = await askJson(zendesk.api, {
    method: 'PUT',
    path: `/tickets/${id}`,
    json: { ticket: { status: 'solved' } },
    schema: oneTicket,
    allow: [422],
  })
  if (status !== 422) return body.ticket.status
  const now = await lookAtTicket(zendesk, id)
  if (now.is === 'done') return now.result
  const words = quoted(zendesk.api.said(error) ?? 'it gives no reason')
  throw new SystemFailure('unexpected', `Zendesk doesn’t let ticket ${id} be solved: “${words}”`, { status })
}
