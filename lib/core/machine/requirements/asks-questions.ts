import type { PrivacyRequest } from '../../request/request'
import { currentRequirement } from './index'
import { verificationQuestions } from './verification-questions'

/** True where the verification questions are what has to be settled now. */
export const asksQuestions = (request: PrivacyRequest): boolean =>
  currentRequirement(request) === verificationQuestions
