import { z } from 'zod'
import { SystemFailure } from '../failure'
import { askForOne, everyItem, idSchema, type Zendesk } from './api'

const macroSchema = z.object({ id: idSchema, title: z.string(), active: z.boolean().nullish() })

const isNumber = (text: string) => /^\d{1,20}$/.test(text)

/** Titles are compared whole: a search also finds macros that are called something like it. */
async function byTitle(zendesk: Zendesk, title: string): Promise<string | null> {
  const lists = [
    { path: '/macros/search', query: { query: title } },
    // Marks such as colons can keep the search from finding a title.
    { path: '/macros/active' },
  ]
  for (const asking of lists) {
    const macros = await everyItem(zendesk, asking, 'macros', macroSchema)
    const same = macros.find(macro => macro.title.trim() === title.trim() && macro.active !== false)
    if (same) return same.id
  }
  return null
}

/** The number of a macro by its name in the handbook, or by what the settings say for it; null where there is none. */
export async function macroId(zendesk: Zendesk, name: string): Promise<string | null> {
  const own = zendesk.settings.macros?.[name] ?? name
  if (!isNumber(own)) return await byTitle(zendesk, own)
  const path = `/macros/${own}`
  const told = await askForOne(zendesk, { path, schema: z.object({ macro: macroSchema }) })
  return told && told.body.macro.active !== false ? own : null
}

const commentSchema = z.object({
  body: z.string().nullish(),
  html_body: z.string().nullish(),
})

/** What a macro would change besides its comment; who solves a ticket may need them. */
const changesSchema = z.object({
  assignee_id: z.number().int().nullish(),
  group_id: z.number().int().nullish(),
  priority: z.string().nullish(),
  type: z.string().nullish(),
  custom_fields: z.array(z.looseObject({ id: z.number(), value: z.unknown() })).nullish(),
})
const previewSchema = z.object({
  result: z.object({
    ticket: changesSchema.extend({ comment: commentSchema.nullish(), tags: z.array(z.string()).nullish() }),
    comment: commentSchema.nullish(),
  }),
})

export interface MacroPreview {
  comment: { body: string } | { html_body: string }
  /** The comment's words, for finding it again. */
  words: string
  changes: z.output<typeof changesSchema>
  tags: readonly string[]
}

/** What a macro would write into a ticket. Nothing is changed by asking. @throws SystemFailure where there is nothing to write */
export async function previewOf(zendesk: Zendesk, ticket: string, name: string): Promise<MacroPreview> {
  const id = await macroId(zendesk, name)
  const mend = 'Name another in the settings of this system, or answer the ticket by hand.'
  if (!id) throw new SystemFailure('unexpected', `There is no active macro “${name}” in Zendesk. ${mend}`)
  const path = `/tickets/${ticket}/macros/${id}/apply`
  const told = await askForOne(zendesk, { path, schema: previewSchema })
  const comment = told?.body.result.ticket.comment ?? told?.body.result.comment
  const words = comment?.body ?? comment?.html_body
  if (!told || !comment || !words)
    throw new SystemFailure('unexpected', `The macro ${id} has no comment for ticket ${ticket}. ${mend}`)
  const { comment: _comment, tags, ...changes } = told.body.result.ticket
  return {
    comment: comment.html_body ? { html_body: comment.html_body } : { body: words },
    words,
    changes,
    tags: tags ?? [],
  }
}
