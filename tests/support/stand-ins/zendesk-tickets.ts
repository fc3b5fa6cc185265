import { z } from 'zod'
import type { StandInAnswer } from './stand-in'
import { type Asked, all, missing, type Route, refused, type Ticket } from './zendesk-data'

const commentSchema = z.object({
  body: z.string().optional(),
  html_body: z.string().optional(),
  public: z.boolean().default(true),
})
const putSchema = z.object({
  ticket: z.looseObject({
    comment: commentSchema.optional(),
    status: z.string().optional(),
    tags: z.array(z.string()).optional(),
    safe_update: z.boolean().optional(),
    updated_stamp: z.string().optional(),
  }),
})

const shown = ({ comments: _comments, lacks: _lacks, ...ticket }: Ticket) => ticket

function put({ call, data, id }: Asked): StandInAnswer {
  const ticket = data.tickets.get(id)
  const given = putSchema.safeParse(call.json).data?.ticket
  if (!ticket) return missing
  if (!given) return refused(400, 'Invalid')
  const { comment, status, tags, safe_update, updated_stamp, ...fields } = given
  if (ticket.status === 'closed')
    return refused(422, 'RecordInvalid', {
      status: [{ description: 'Status: closed prevents ticket update' }],
    })
  if (safe_update && updated_stamp !== ticket.updated_at) return refused(409, 'UpdateConflict')
  if (status === 'solved' && ticket.lacks)
    return refused(422, 'RecordInvalid', { base: [{ description: ticket.lacks }] })
  if (comment) {
    const body = comment.body ?? (comment.html_body ?? '').replaceAll(/<[^>]*>/g, '')
    ticket.comments.push({ body, public: comment.public, author_id: 1 })
    data.effect('comment', id)
  }
  if (status && status !== ticket.status) {
    ticket.status = status
    data.effect(`ticket-${status}`, id)
  }
  if (tags) ticket.tags = tags
  Object.assign(ticket, fields, { updated_at: `${ticket.updated_at}+` })
  return { status: 200, json: { ticket: shown(ticket) } }
}

/** Only a preview: nothing is kept. */
function apply({ data, id, other }: Asked): StandInAnswer {
  const ticket = data.tickets.get(id)
  const macro = data.macros.find(known => String(known.id) === other)
  if (!ticket || !macro) return missing
  const { tags = [], ...sets } = macro.sets
  const both = [...ticket.tags, ...(Array.isArray(tags) ? tags : [])]
  const comment = macro.comment && { ...macro.comment, html_body: `<p>${macro.comment.body}</p>` }
  const after = { ...shown(ticket), ...sets, status: 'solved', tags: both, comment }
  return { status: 200, json: { result: { ticket: after } } }
}

const macroShown = ({ id, title, active }: { id: number; title: string; active: boolean }) => ({
  id,
  title,
  active,
})

export const ticketRoutes: readonly Route[] = [
  [
    'GET',
    /^\/users\/(\d+)\/tickets\/requested$/,
    ({ call, data, id }) =>
      data.users.get(id)?.active
        ? all(
            call,
            data,
            'tickets',
            [...data.tickets.values()].filter(({ requester_id }) => requester_id === id).map(shown),
          )
        : missing,
  ],
  [
    'GET',
    /^\/tickets\/(\d+)$/,
    ({ data, id }) => {
      const ticket = data.tickets.get(id)
      return ticket ? { status: 200, json: { ticket: shown(ticket) } } : missing
    },
  ],
  [
    'GET',
    /^\/tickets\/(\d+)\/comments$/,
    ({ call, data, id }) => {
      const ticket = data.tickets.get(id)
      return ticket ? all(call, data, 'comments', ticket.comments.toReversed()) : missing
    },
  ],
  ['PUT', /^\/tickets\/(\d+)$/, put],
  ['GET', /^\/tickets\/(\d+)\/macros\/(\d+)\/apply$/, apply],
  [
    'GET',
    // The search knows words and stumbles over marks, so that a title with colons isn't found by itself.
    /^\/macros\/search$/,
    ({ call, data }) =>
      all(
        call,
        data,
        'macros',
        data.macros
          .filter(({ title }) => !title.includes('::') && title.includes(call.query.query ?? ''))
          .map(macroShown),
      ),
  ],
  [
    'GET',
    /^\/macros\/active$/,
    ({ call, data }) => all(call, data, 'macros', data.macros.filter(({ active }) => active).map(macroShown)),
  ],
  [
    'GET',
    /^\/macros\/(\d+)$/,
    ({ data, id }) => {
      const macro = data.macros.find(known => known.id === id)
      return macro ? { status: 200, json: { macro: macroShown(macro) } } : missing
    },
  ],
]
