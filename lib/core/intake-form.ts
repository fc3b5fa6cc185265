import { z } from 'zod'
import { intakeSchema } from './intake'
import { requestTypes } from './request-types/index'
import type { FieldKey, RequestType } from './request-types/request-type'
import { typedText } from './typed-text'

/** Who the request is about, as the form asks. Only the first goes on to the fields. */
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

/** A type that may be asked for on the public form, or null. */
export function offeredType(key: unknown): RequestType | null {
  const type = typeof key === 'string' ? requestTypes.get(key) : undefined
  return type?.openedBy === 'public' ? type : null
}

/** Every type that may be asked for on the public form, in their order. */
export const offeredTypes = (): RequestType[] =>
  [...requestTypes.values()].filter(type => type.openedBy === 'public')

/** Takes the type's fields out of what a form sent, and nothing else that came along. */
export function answersFrom(type: RequestType, sent: (name: string) => unknown): IntakeAnswers {
  return {
    type: type.key,
    values: Object.fromEntries(type.fields.map(({ key }) => [key, typedText(sent(key))])),
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
}

/** What has to be put right before the answers can be sent, in the order of the fields, by the schema of the API. */
export function problemsOf(type: RequestType, answers: IntakeAnswers): FieldProblem[] {
  const parsed = intakeSchema.safeParse(intakeFrom(answers))
  const issues = parsed.success ? [] : parsed.error.issues
  return type.fields.flatMap(({ key, required }) => {
    // Said apart: the schema looks at what is required only once the rest is well formed.
    if (required && !answers.values[key]?.trim())
      return [{ field: key, message: missing[key] ?? 'Fill this in.' }]
    const issue = issues.find(one => one.path[0] === key)
    return issue ? [{ field: key, message: issue.message }] : []
  })
}
