import { isWithThem } from '../../derived/question-mail'
import { isThirdAttempt } from '../../derived/verification/attempts'
import { deletedByOwner, questionsOpen } from '../../derived/verification/needed'
import { verificationOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Draft } from '../draft'
import { type Edited, endAsException } from '../end-as-exception'
import type { Requirement } from './requirement'

const isUnanswered = (request: PrivacyRequest): boolean => {
  const verification = verificationOf(request)
  return verification !== null && !verification.answeredAt && !verification.result
}

export const verificationQuestions: Requirement = {
  key: 'verification-questions',
  title: 'Verification questions',
  settledBy: ['answer-questions', 'pass-verification', 'fail-verification'],
  windows: [
    {
      reason: 'verification',
      awaits: request => isUnanswered(request),
      lapse: draft => failVerification(draft, 'The user failed to respond to verification'),
    },
  ],
  ask: {
    kind: 'questions',
    window: 'verification',
    isAsked: request => isUnanswered(request),
    anytime: true,
  },
  says: [
    'medium-risk-gitlab-account-verification-question',
    'high-risk-gitlab-account-verification-question',
    'failed-verification',
  ],
  isOpen: request => questionsOpen(request) && !request.handled,
  waitingOn: request => {
    const verification = verificationOf(request)
    const asked = verification && !verification.answeredAt && !deletedByOwner(request)
    if (asked && isWithThem(request, 'verification')) return 'requester'
    return isThirdAttempt(request) && !deletedByOwner(request) ? 'privacy' : 'support'
  },
  provesIdentity: true,
}

/** Wrong answers, or none that will come. The note is never part of the message. */
export function failVerification(draft: Draft, note: string, edited?: Edited): Draft {
  const { context, next } = draft
  const verification = verificationOf(next)
  const judgedById = context.actor.kind === 'staff' ? context.actor.id : null
  const failed = { result: 'failed' as const, judgedAt: context.now, judgedById }
  draft.set({
    verifications: next.verifications.map(existing =>
      existing.id === verification?.id ? { ...existing, ...failed } : existing,
    ),
  })
  draft.fact({ verification: 'failed' })
  return endAsException(draft, note, { message: 'failed-verification', outcome: 'not-verified', edited })
}
