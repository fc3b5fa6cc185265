import type { Request } from '../../request/request'
import { currentRequirement } from './index'
import { verificationQuestions } from './verification-questions'

/** True where the verification questions are what has to be settled now. */
export const asksQuestions = (request: Request): boolean =>
  currentRequirement(request) === verificationQuestions
