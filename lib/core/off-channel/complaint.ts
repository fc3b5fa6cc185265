import { z } from 'zod'
import { emailSchema } from '../account/matching'
import { countryField, regionField, wrongRegion } from '../intake/place-fields'

/** What a complaint is about, as the public form offers it. */
export const complaintTopics = ['request', 'use', 'marketing', 'security', 'other'] as const
export type ComplaintTopic = (typeof complaintTopics)[number]

/** The same in the words of somebody who complains. */
export const topicWords: Readonly<Record<ComplaintTopic, string>> = {
  request: 'A privacy request that I made',
  use: 'How you use or share my data',
  marketing: 'Advertising or mail that I get from you',
  security: 'My data was seen, lost or changed',
  other: 'Something else',
}

/** More than a long letter has. */
export const LONGEST_COMPLAINT = 10_000

/** A complaint from the public form, by somebody who needs no request. */
export const complaintInput = z
  .object({
    email: emailSchema,
    about: z.enum(complaintTopics),
    words: z.string().trim().min(1).max(LONGEST_COMPLAINT),
    /** Where they live, where they say it: it decides the law, and to whom they can turn after us. */
    country: countryField,
    region: regionField,
  })
  .superRefine((input, context) => {
    const wrong = wrongRegion(input)
    if (wrong) context.addIssue({ code: 'custom', path: ['region'], message: wrong })
  })
export type ComplaintInput = z.output<typeof complaintInput>
export type ComplaintField = keyof ComplaintInput

/** As somebody typed it, right or wrong. */
export const typedComplaint = z.object({
  email: z.string(),
  about: z.string(),
  words: z.string(),
  country: z.string().default(''),
  region: z.string().default(''),
})
export type TypedComplaint = z.output<typeof typedComplaint>

const problemWords: Readonly<Record<Exclude<ComplaintField, 'region'>, string>> = {
  email: 'Enter one email address, like name@example.com.',
  about: 'Choose what it is about.',
  words: 'Tell us what happened.',
  country: 'Choose a country from the list.',
}

/** What is wrong with what was typed, by field in the order of the form; empty where it can be sent. */
export function complaintProblems(typed: TypedComplaint): Partial<Record<ComplaintField, string>> {
  const parsed = complaintInput.safeParse(typed)
  if (parsed.success) return {}
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const said = (field: ComplaintField) => parsed.error.issues.find(({ path }) => path[0] === field)?.message
  const region = said('region')
  const tooLong = typed.words.trim().length > LONGEST_COMPLAINT
  const long = `Use at most ${LONGEST_COMPLAINT.toLocaleString('en')} characters.`
  return {
    ...(wrong.has('email') && { email: said('email') ?? problemWords.email }),
    ...(wrong.has('about') && { about: problemWords.about }),
    ...(wrong.has('words') && { words: tooLong ? long : problemWords.words }),
    ...(wrong.has('country') && { country: problemWords.country }),
    ...(region && { region }),
  }
}

/** The number that people quote: it is on every mail about the complaint. */
export const complaintNumber = (id: string): string => `C-${id.slice(0, 8).toUpperCase()}`
