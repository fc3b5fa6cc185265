import { z } from 'zod'
import { lawName, lawWhy, standsIn } from '../deadlines/law-basis'
import { ruleParts } from '../deadlines/law-versions'
import { destinationKeys } from '../handbook/portability'
import { countryField, emptyAsNone, regionField, wrongRegion } from '../intake/place-fields'
import type { LawBasis } from '../request/request'
import { type At, text, time, timeOrNull } from '../view/view-scalars'
import { type AnsweredEntry, answerText, macroOf, type OrganisationWords } from './answer-text'
import { answerOf } from './answers'
import { type Askable, answerings, askables, channels, loggedChannels, spellings } from './off-channel'

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

const isSpelling = (key: string): key is keyof typeof spellings => Object.hasOwn(spellings, key)
const spelt = ['data-rectification'] as const satisfies readonly (keyof typeof spellings)[]

/** What is asked for under its own key. */
export const askedKey = (sent: Askable | keyof typeof spellings): Askable =>
  isSpelling(sent) ? spellings[sent] : sent

const destination = z.enum(destinationKeys, 'Choose where they want to move to.')

export const offChannelInput = z
  .strictObject({
    channel: z.enum(loggedChannels, 'Choose how it arrived.'),
    ticket: ticketLink,
    asksFor: z.enum([...askables, ...spelt], 'Choose what it asks for.'),
    /** A key of the answers to what it asks for; the usual one unless told. */
    answer: z.string().max(60).optional(),
    /** For data portability, where they have said it. */
    destination: destination.optional(),
    /** Needed where Privacy answers it itself. */
    note: z.string().trim().max(500).optional(),
    /** The day on which it reached us, from which the law counts; today where none is given. */
    receivedOn: z.preprocess(emptyAsNone, z.iso.date('Enter a day such as 2026-03-31.').optional()),
    /** Where the person lives, where they said it: it decides the law. */
    country: countryField,
    region: regionField,
  })
  .superRefine((input, context) => {
    const wrong = wrongRegion(input)
    if (wrong) context.addIssue({ code: 'custom', path: ['region'], message: wrong })
  })

/** What somebody does about an entry, each with what it takes. */
export const offChannelActs = {
  /** Its ticket is solved, or the letter, call or post answered. */
  solve: z.strictObject({}),
  /** It ends another way; the note says how. */
  finish: z.strictObject({ note: z.string().trim().min(1, 'Say how it ended, without names.').max(500) }),
  /** Privacy answers a complaint from the public form: it is mailed as it is written, and ends the entry. */
  answer: z.strictObject({
    text: z.string().trim().min(1, 'Write the answer.').max(10_000),
  }),
  /** They have said where they want to move to. */
  clarify: z.strictObject({ destination }),
  /** The connected system that couldn't answer the ticket is tried again. */
  'answer-again': z.strictObject({}),
} as const
export type OffChannelAct = keyof typeof offChannelActs
export const isOffChannelAct = (name: string): name is OffChannelAct => Object.hasOwn(offChannelActs, name)

const cursor = z.string().regex(/^\d{1,15}_[\w-]{1,64}$/, 'This is not a cursor of this list.')

export const entryStates = ['open', 'overdue', 'finished'] as const
export type EntryState = (typeof entryStates)[number]

/** Which page of what was logged. */
export const offChannelQuery = z.strictObject({
  /** Those that nobody has solved or finished; of these, those whose due date has passed; or those that ended. */
  state: z.enum(entryStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor.optional(),
})

/** An entry of the log with the handbook's answer to it: what to send, and what becomes of the ticket. */
export const offChannelView = z.object({
  id: z.string(),
  /** When it was logged. */
  at: time,
  /** When it reached us; the law counts from that day. */
  receivedAt: time,
  channel: z.enum(channels),
  ticket: text,
  asksFor: z.enum(askables),
  destination: text,
  answer: z.object({
    key: z.string(),
    label: text,
    /** Name of the macro in the ticket system, where there is one. */
    macro: text,
    /** What to send. */
    text,
  }),
  /** Whether the ticket is to be solved once it is answered; else it is kept open. */
  solve: z.boolean(),
  /** By when Privacy answers it; null where it is not Privacy's to answer. */
  dueOn: timeOrNull,
  /** The law that this was counted by, and why that law; null where nothing was counted. */
  law: z.object({ id: z.string(), name: z.string(), why: z.string(), standIn: z.boolean() }).nullable(),
  /** Where the person lives, where they said it. */
  country: text,
  region: text,
  /** Somebody said that its ticket is solved. */
  solved: z.boolean(),
  /** When somebody solved or finished it; null while it is open. */
  finishedAt: timeOrNull,
  finishedBy: text,
  finishNote: text,
  /** The request type that can be opened for it now, at `/off-channel/{id}/request`. */
  opens: text,
  note: text,
  loggedBy: text,
  /** Of the request that was opened for it. */
  reference: text,
  /** The connected system that it came from by itself, and the ticket's number there; null where somebody logged it. */
  systemKey: text,
  systemName: text,
  ticketId: text,
  /** Whether that system still has to be answered, was, or couldn't be; null where a person answers. */
  answering: z.enum(answerings).nullable(),
  /** Why it couldn't be answered. */
  answerWords: text,
})
type OffChannelView = z.output<typeof offChannelView>

/** A page of the log, the newest first; `next` is the cursor of the one after it. */
export const offChannelPage = z.object({ items: z.array(offChannelView), next: text })

type Worked = 'at' | 'receivedAt' | 'answer' | 'solve' | 'opens' | 'dueOn' | 'law' | 'finishedAt' | 'channel'
type Entry = Omit<OffChannelView, Worked> &
  AnsweredEntry &
  CountedEntry & { at: Date; receivedAt: Date; answer: string; finishedAt: Date | null }

/** What of an entry says by which law it was counted. */
export interface CountedEntry {
  dueRule: string | null
  lawBasis: LawBasis | null
  country: string | null
  region: string | null
}

/** The law that an entry was counted by, in words; null where none was. */
export function lawOfEntry({ dueRule, lawBasis, country, region }: CountedEntry): OffChannelView['law'] {
  if (!dueRule || !lawBasis) return null
  const why = lawWhy({ dueRule, lawBasis, country, region })
  return { id: ruleParts(dueRule).id, name: lawName(dueRule), why, standIn: standsIn(lawBasis) }
}

/** An entry as the API answers it, with the organisation's own words in the text. */
export function representOffChannel(
  { at: when, receivedAt, answer: key, dueRule, lawBasis, ...entry }: Entry,
  words: OrganisationWords,
  clock: { timeZone: string; now: Date },
  at: At,
): OffChannelView {
  const answer = answerOf(entry.asksFor, key)
  const { dueOn, finishedAt } = entry
  return {
    ...entry,
    at: at(when),
    receivedAt: at(receivedAt),
    law: lawOfEntry({ ...entry, dueRule, lawBasis }),
    dueOn: dueOn && at(dueOn),
    finishedAt: finishedAt && at(finishedAt),
    answer: {
      key,
      label: answer?.label ?? null,
      macro: answer ? macroOf(answer, entry.channel) : null,
      text: answer ? answerText(answer, entry, words, clock) : null,
    },
    solve: answer?.ticket === 'solved',
    opens: entry.reference || finishedAt ? null : (answer?.opens ?? null),
  }
}
