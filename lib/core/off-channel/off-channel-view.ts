import { z } from 'zod'
import { type At, text, time } from '../view/view-scalars'
import { answerOf, answerText, askables, channels, offChannelRules } from './off-channel'

/** What arrives other than through the Privacy Center, as the API takes and answers it. */

const linkWords = 'Give the whole link, with https://.'

/** A link to a ticket, post or scan; an empty one is none. */
export const ticketLink = z.preprocess(
  value => (value === '' ? undefined : value),
  z
    .url({ protocol: /^https?$/, error: linkWords })
    .max(500)
    .optional(),
)

export const offChannelInput = z.strictObject({
  channel: z.enum(channels, 'Choose how it arrived.'),
  ticket: ticketLink,
  asksFor: z.enum(askables, 'Choose what it asks for.'),
  /** A key of the answers to what it asks for; the usual one unless told. */
  answer: z.string().max(60).optional(),
  note: z.string().trim().max(500).optional(),
})

const cursor = z.string().regex(/^\d{1,15}_[\w-]{1,64}$/, 'This is not a cursor of this list.')

/** Which page of what was logged. */
export const offChannelQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor.optional(),
})

/** An entry of the log with the handbook's answer to it: what to send, and what becomes of the ticket. */
export const offChannelView = z.object({
  id: z.string(),
  at: time,
  channel: z.enum(channels),
  ticket: text,
  asksFor: z.enum(askables),
  answer: z.object({
    key: z.string(),
    label: text,
    /** Name of the macro in the ticket system, where there is one. */
    macro: text,
    /** What to send. */
    text,
  }),
  /** Whether the ticket is solved once it is answered; else it is kept open. */
  solve: z.boolean(),
  /** The request type that can be opened for it now, at `/off-channel/{id}/request`. */
  opens: text,
  note: text,
  loggedBy: text,
  /** Of the request that was opened for it. */
  reference: text,
})
type OffChannelView = z.output<typeof offChannelView>

/** A page of the log, the newest first; `next` is the cursor of the one after it. */
export const offChannelPage = z.object({ items: z.array(offChannelView), next: text })

type Entry = Omit<OffChannelView, 'at' | 'answer' | 'solve' | 'opens'> & {
  at: Date
  answer: string
  solved: boolean
}

/** An entry as the API answers it, with the organisation's own words in the text. */
export function representOffChannel(
  { at: when, answer: key, solved: solve, ...entry }: Entry,
  words: Parameters<typeof answerText>[1],
  at: At,
): OffChannelView {
  const answer = answerOf(entry.asksFor, key)
  return {
    ...entry,
    at: at(when),
    answer: {
      key,
      label: answer?.label ?? null,
      macro: answer?.macro ?? null,
      text: answer ? answerText(answer, words) : null,
    },
    solve,
    opens: entry.reference ? null : (answer?.opens ?? null),
  }
}

/** The answer that was named, or the usual one to what is asked for; undefined where that has no such answer. */
export const chosenAnswer = (asksFor: string, key: string | undefined) =>
  key === undefined ? offChannelRules.get(asksFor)?.answers[0] : answerOf(asksFor, key)
