import { verificationOf } from '../current'
import type { Requirement } from '../request-types/request-type'
import { deletedByOwner, questionsOpen } from '../verification/needed'

export const verificationQuestions: Requirement = {
  key: 'verification-questions',
  title: 'Verification questions',
  isOpen: request => questionsOpen(request) && !request.handled,
  waitingOn: request => {
    const verification = verificationOf(request)
    return verification && !verification.answeredAt && !deletedByOwner(request) ? 'requester' : 'support'
  },
  provesIdentity: true,
}
