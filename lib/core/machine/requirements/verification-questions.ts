import { isWithThem } from '../../derived/question-mail'
import { deletedByOwner, questionsOpen } from '../../derived/verification/needed'
import { verificationOf } from '../../request/current'
import type { Requirement } from './requirement'

export const verificationQuestions: Requirement = {
  key: 'verification-questions',
  title: 'Verification questions',
  settledBy: ['answer-questions', 'pass-verification', 'fail-verification'],
  windows: ['verification'],
  says: [
    'medium-risk-gitlab-account-verification-question',
    'high-risk-gitlab-account-verification-question',
    'failed-verification',
  ],
  isOpen: request => questionsOpen(request) && !request.handled,
  waitingOn: request => {
    const verification = verificationOf(request)
    const asked = verification && !verification.answeredAt && !deletedByOwner(request)
    return asked && isWithThem(request, 'verification') ? 'requester' : 'support'
  },
  provesIdentity: true,
}
