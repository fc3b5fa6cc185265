import { z } from 'zod'
import { findMessage, isMessageKey } from '@/emails/index'
import type { MessageTemplate } from '@/emails/types'
import { isLanguage } from '@/lib/core/intake/languages'
import type { Actor } from '@/lib/core/people/actor'
import { fillForEditing, listVariables, renderMessage, unsaid } from '@/lib/mail/render'
import { databaseNow } from '@/lib/store/database/transaction'
import { readRequest } from '@/lib/store/request/requests'
import { mayDo } from '../staff/changing'
import { valuesFor } from './message-values'

const noControls = /(?!\n)\p{Cc}/u

/** What Privacy writes into a message. */
export const templateText = z.object({
  subject: z
    .string()
    .trim()
    .min(1, 'Write a subject.')
    .max(200, 'Use at most 200 characters.')
    .refine(text => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'A subject is one line.'),
  body: z
    .string()
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Write the text.')
        .max(10_000, 'Use at most 10,000 characters.')
        .refine(text => !noControls.test(text), 'Take out the characters that can’t be shown.'),
    ),
})
export type TemplateText = z.output<typeof templateText>

/** Their values are English words, so a text in another language may do without them. */
const saidInEnglish: readonly string[] = ['greeting', 'request_type']

/**
 * The message as it comes with Habeas, for wording it in a language: in English where it doesn't come in that one; null
 * where there is no such message or language.
 */
export function builtIn(key: string, language: string): MessageTemplate | null {
  if (!isMessageKey(key) || !isLanguage(language)) return null
  const template = findMessage(key, language)
  if (template.language === language) return template
  const variables = Object.entries(template.variables).map(([name, spec]) => [
    name,
    { ...spec, required: spec.required && !saidInEnglish.includes(name) },
  ])
  return { ...template, language, variables: Object.fromEntries(variables) }
}

/** Whether Habeas brings this message along in this language. */
export const comesIn = (key: string, language: string): boolean =>
  isMessageKey(key) && findMessage(key, language).language === language

/** Why a wording can't be used, by field; empty where it can. Every required variable stays, and no unknown one comes in. */
export function wordingProblems(
  template: MessageTemplate,
  { subject, body }: TemplateText,
): Record<string, string> {
  const known = template.variables
  const used = new Set([...listVariables(subject), ...listVariables(body)])
  const unknown = [...used].filter(name => !Object.hasOwn(known, name))
  if (unknown.length > 0)
    return { body: `There is no variable ${unknown.map(braced).join(', ')} in this message.` }
  const dropped = Object.entries(known).flatMap(([name, { required }]) =>
    required && !used.has(name) ? [name] : [],
  )
  const examples = Object.fromEntries(Object.entries(known).map(([name, { example }]) => [name, example]))
  const rendered = renderMessage({ ...template, subject, body }, examples)
  if ('missing' in rendered && rendered.problem !== 'missing' && rendered.problem !== 'left-out')
    return { [rendered.problem === 'line-break' ? 'subject' : 'body']: broken[rendered.problem] }
  // Inside a condition, it has to be said whether there is something optional to say or not.
  const needed = Object.fromEntries(Object.entries(examples).filter(([name]) => known[name]?.required))
  const filled = [examples, needed].flatMap(values => unsaid({ ...template, subject, body }, values))
  const gone = [...new Set([...dropped, ...filled])]
  if (gone.length > 0)
    return { body: `${gone.map(braced).join(', ')} can’t be left out: the message needs it.` }
  return 'missing' in rendered ? { body: `Without a value: ${rendered.missing.map(braced).join(', ')}.` } : {}
}

const braced = (name: string) => `{{ ${name} }}`
const broken = {
  syntax: 'The braces or tags don’t fit together.',
  'line-break': 'A variable in the subject would break the line.',
  'unsafe-link': 'A link has to begin with https://.',
} as const

export interface TemplatePreview {
  subject: string
  body: string
  /** Variables without a value on that request; shown as they are. */
  missing: string[]
  /** Of which request the values are; null where they are examples. */
  reference: string | null
}

/** A wording filled with the values of a real request, or with examples where none is named or it isn't there. */
export async function previewWording(
  actor: Actor,
  template: MessageTemplate,
  { subject, body }: TemplateText,
  reference: string | undefined,
): Promise<TemplatePreview> {
  const worded = { ...template, subject, body }
  const request = reference && mayDo(actor, 'edit-templates') ? await readRequest(actor, reference) : null
  const examples = Object.fromEntries(
    Object.entries(template.variables).map(([name, { example }]) => [name, example]),
  )
  const own = request ? await valuesFor(undefined, request, {}, await databaseNow(), template) : {}
  const filled = fillForEditing(worded, { ...(request ? {} : examples), ...own })
  return { ...filled, reference: request?.reference ?? null }
}
