import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { TicketAnswer } from '../contract'
import { quoted, SystemFailure } from '../failure'
import { askJson } from '../json-api'
import { askForOne, idSchema, type Zendesk } from './api'
import { type MacroPreview, previewOf } from './macros'

const ticketSchema = z.object({
  ticket: z.looseObject({
    id: idSchema,
    status: z.string(),
    tags: z.array(z.string()).nullish(),
    requester_id: idSchema.nullish(),
    updated_at: z.string().nullish(),
  }),
})
type Ticket = z.output<typeof ticketSchema>['ticket']

const commentsSchema = z.object({
  comments: z.array(
    z.object({
      public: z.boolean().nullish(),
      author_id: idSchema.nullish(),
      body: z.string().nullish(),
      plain_body: z.string().nullish(),
      html_body: z.string().nullish(),
    }),
  ),
})

/** Written in the same call as the comment. It names the ticket, since a follow-up ticket inherits tags. */
const markOf = (ticket: string) => `habeas_answered_${ticket}`

/** How often a ticket that somebody else changes at the same time is taken anew. */
const MOST_COLLISIONS = 3

const refusal = (words: string, status?: number) =>
  new SystemFailure('unexpected', words, status === undefined ? {} : { status })

async function read(zendesk: Zendesk, id: string): Promise<Ticket> {
  const told = await askForOne(zendesk, { path: `/tickets/${id}`, schema: ticketSchema })
  if (!told) throw refusal(`Ticket ${id} is no longer in Zendesk, so it can’t be answered.`, 404)
  return told.body.ticket
}

/** Letters and digits alone: what is stored has other spaces and marks than what was sent. */
const bare = (text: string) =>
  text
    .slice(0, 20_000)
    .replaceAll(/<[^<>]{0,500}>/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/** Whether the same words are there already, by an earlier try or by a colleague. */
async function isAnswered(zendesk: Zendesk, ticket: Ticket, words: string): Promise<boolean> {
  if (ticket.tags?.includes(markOf(ticket.id))) return true
  const { body } = await askJson(zendesk.api, {
    path: `/tickets/${ticket.id}/comments`,
    query: { sort_order: 'desc', per_page: 100 },
    schema: commentsSchema,
  })
  const own = bare(words)
  return body.comments.some(comment => {
    const isTheirs = comment.author_id != null && comment.author_id === ticket.requester_id
    const texts = [comment.plain_body, comment.body, comment.html_body]
    return comment.public !== false && !isTheirs && texts.some(text => text != null && bare(text) === own)
  })
}

interface Writing {
  comment?: MacroPreview['comment'] & { public: true }
  changes?: MacroPreview['changes']
  tags?: readonly string[]
  solves: boolean
}

/** What a macro changes of the ticket as it is. */
const changed = (ticket: Ticket, changes: MacroPreview['changes'] = {}) =>
  Object.fromEntries(
    Object.entries(changes).filter(
      ([name, value]) => value != null && !isDeepStrictEqual(ticket[name], value),
    ),
  )

/** Writes everything at once, so that a ticket is never half answered. @returns its status; null where somebody else was quicker */
async function write(
  { api }: Zendesk,
  ticket: Ticket,
  { comment, changes, tags, solves }: Writing,
): Promise<string | null> {
  const stamp = ticket.updated_at
  const { status, body, error } = await askJson(api, {
    method: 'PUT',
    path: `/tickets/${ticket.id}`,
    json: {
      ticket: {
        ...changed(ticket, changes),
        ...(comment && { comment }),
        ...(tags && { tags }),
        ...(solves && { status: 'solved' }),
        ...(stamp && { safe_update: true, updated_stamp: stamp }),
      },
    },
    schema: ticketSchema,
    allow: [409, 422],
  })
  if (status === 409) return null
  if (status !== 422) return body.ticket.status
  const words = quoted(api.said(error) ?? 'it gives no reason')
  throw refusal(
    `Zendesk doesn’t take the answer to ticket ${ticket.id}: “${words}”. Answer it there.`,
    status,
  )
}

const isSolved = (status: string) => status === 'solved' || status === 'closed'

async function preview(zendesk: Zendesk, { ticket, macro, text }: TicketAnswer): Promise<MacroPreview> {
  if (macro) return await previewOf(zendesk, ticket, macro)
  return { comment: { body: text }, words: text, changes: {}, tags: [] }
}

/**
 * Answers a ticket with the macro or the text, and solves it where that is wanted. It looks first whether the answer is there, so
 * it may be tried again whenever no answer came.
 * @throws SystemFailure in words for who then answers by hand
 */
export async function answerTicket(
  zendesk: Zendesk,
  answer: TicketAnswer,
): Promise<{ link: string; solved: boolean }> {
  const link = zendesk.ticketLink(answer.ticket)
  for (let tries = 0; tries < MOST_COLLISIONS; tries++) {
    const status = await tryOnce(zendesk, answer)
    if (status) return { link, solved: isSolved(status) }
  }
  throw new SystemFailure('limited', `Others keep changing ticket ${answer.ticket} at this moment.`, {
    retryAfterSeconds: 30,
  })
}

async function tryOnce(zendesk: Zendesk, answer: TicketAnswer): Promise<string | null> {
  const { solves } = answer
  const ticket = await read(zendesk, answer.ticket)
  const mark = markOf(ticket.id)
  const isMarked = ticket.tags?.includes(mark) ?? false
  if (ticket.status === 'closed') {
    if (isMarked) return ticket.status
    throw refusal(
      `Ticket ${ticket.id} is closed, so it can’t be answered. Write to the person in a new ticket.`,
    )
  }
  const macro = isMarked ? null : await preview(zendesk, answer)
  if (!macro || (await isAnswered(zendesk, ticket, macro.words)))
    return solves && !isSolved(ticket.status) ? await write(zendesk, ticket, { solves }) : ticket.status
  const tags = [...new Set([...(ticket.tags ?? []), ...macro.tags, mark])]
  const comment = { ...macro.comment, public: true as const }
  return await write(zendesk, ticket, { comment, changes: macro.changes, tags, solves })
}
