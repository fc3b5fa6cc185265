import { unanswered } from '../derived/verification/unanswered'
import type { PrivacyRequest } from '../request/request'
import type { FormField } from './form-fields'

/** A field for each verification question that is open, to record what somebody answered by another road. */
export const answerFields = (request: PrivacyRequest): FormField[] =>
  (unanswered(request)?.questions ?? []).map(({ key, text }) => ({
    name: `answers.${key}`,
    label: text,
    kind: 'lines',
    required: false,
    choices: [],
  }))
