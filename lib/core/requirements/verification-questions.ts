import type { Requirement } from '../request-types/request-type'
import { questionsOpen } from '../verification/needed'

export const verificationQuestions: Requirement = {
  key: 'verification-questions',
  title: 'Verification questions',
  isOpen: request => questionsOpen(request) && !request.handled,
}
