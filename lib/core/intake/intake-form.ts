import { z } from 'zod'
import { requestTypes } from '../handbook/request-types/index'
import type { FieldKey, RequestType } from '../handbook/request-types/request-type'
import type { Acting } from '../request/request'
import { actingOf, fieldsFor } from './fields-for'
import { intakeSchema, managerWords } from './intake'
import { isOptOut, optOutField } from './opt-out-signal'
import { typedText } from './typed-text'

/** Who the request is about, as the form asks. */
export const whoChoices = ['me', 'deceased', 'other'] as const

/** The form's answers between its pages: what was chosen, and what was typed as it was typed. */
export const intakeAnswers = z.object({
  type: z.string(),
  values: z.record(z.string(), z.string()),
})
export type IntakeAnswers = z.output<typeof intakeAnswers>

export interface FieldProblem {
  field: FieldKey
  message: string
}

/** A type that may be asked for on the public form, or null. @param unpublished those that the settings switch off */
export function offeredType(key: unknown, unpublished: readonly string[] = []): RequestType | null {
  const type = typeof key === 'string' ? requestTypes.get(key) : undefined
  return type?.openedBy === 'public' && !unpublished.includes(type.key) ? type : null
}

/** Every type that may be asked for on the public form, in their order. */
export const offeredTypes = (unpublished: readonly string[], about?: RequestType['about']): RequestType[] =>
  [...requestTypes.values()].filter(
    type => offeredType(type.key, unpublished) && (!about || type.about === about),
  )

/** Every type that somebody may ask for in the name of a person who is alive, in their order. */
export const typesActedFor = (unpublished: readonly string[]): RequestType[] =>
  offeredTypes(unpublished).filter(type => type.mayBeActedFor)

/** How somebody acts for the person, by the answers of their form. */
export const actingIn = ({ type, values }: IntakeAnswers): Acting =>
  actingOf(requestTypes.get(type) ?? null, values.actingAs)

/** Takes the type's fields out of what a form sent, and whether an opt-out is to be kept; nothing else that came along. */
export function answersFrom(type: RequestType, sent: (name: string) => unknown): IntakeAnswers {
  const acting = actingOf(type, sent('actingAs'))
  const keeps = acting === 'self' && type.about === 'me' && !isOptOut(type) && sent(optOutField) === 'yes'
  return {
    type: type.key,
    values: {
      ...(acting !== 'self' && { actingAs: acting }),
      ...Object.fromEntries(fieldsFor(type, acting).map(({ key }) => [key, typedText(sent(key))])),
      ...(keeps && { [optOutField]: 'yes' }),
    },
  }
}

/** The answers as the door takes them: the same body as the API's. */
export const intakeFrom = ({ type, values }: IntakeAnswers) => ({
  type,
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
})

const missing: Partial<Record<FieldKey, string>> = {
  email: 'Enter your email address.',
  username: 'Enter your username.',
  details: 'Say what you object to.',
  whatIsWrong: 'Say what is wrong.',
  whatIsRight: 'Say what is right.',
}
const missingForAnother: Partial<Record<FieldKey, string>> = {
  email: 'Enter an email address for the account.',
  username: 'Enter their username.',
  relationship: 'Choose how you are entitled to act for them.',
  requesterEmail: 'Enter your own email address.',
  details: 'Say what you object to.',
  whatIsWrong: 'Say what is wrong.',
  whatIsRight: 'Say what is right.',
}

/** What to say of a field that may not stay empty. */
const missingWords = (type: RequestType, acting: Acting, key: FieldKey): string =>
  (type.about === 'me' && acting === 'self' ? missing : missingForAnother)[key] ?? 'Fill this in.'

/** What has to be put right before the answers can be sent, in the order of the fields, by the schema of the API. */
export function problemsOf(type: RequestType, answers: IntakeAnswers): FieldProblem[] {
  const parsed = intakeSchema.safeParse(intakeFrom(answers))
  const issues = parsed.success ? [] : parsed.error.issues
  const acting = actingIn(answers)
  return fieldsFor(type, acting).flatMap(({ key, required, requiredOnForm }) => {
    // Said apart: the schema looks at what is required only once the rest is well formed.
    if ((required || requiredOnForm) && !answers.values[key]?.trim())
      return [{ field: key, message: missingWords(type, acting, key) }]
    if (answers.values[key] === 'designated-account-manager') return [{ field: key, message: managerWords }]
    const issue = issues.find(issue => issue.path[0] === key)
    return issue ? [{ field: key, message: issue.message }] : []
  })
}

/** Where mail about these answers goes. */
export const mailboxOf = ({ values }: IntakeAnswers): string =>
  values.requesterEmail?.trim() || (values.email?.trim() ?? '')
