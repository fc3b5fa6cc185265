import type { Actor } from '../../people/actor'
import type { PrivacyRequest } from '../../request/request'

/** After so many attempts within a year that were not passed, the next one is Privacy's. */
const mostAttempts = 2

/** How often a verification of this account failed within a year, on any request, silence included. */
export const failedAttempts = ({
  verifications,
  related,
}: Pick<PrivacyRequest, 'verifications' | 'related'>): number =>
  verifications.filter(({ result }) => result === 'failed').length +
  related.reduce((sum, { failedVerifications }) => sum + failedVerifications, 0)

/** A failure, and answers that somebody gave before they took the request back: each is an attempt at the same questions. */
const attempts = (request: Pick<PrivacyRequest, 'verifications' | 'related'>): number =>
  request.related.reduce((sum, { unjudgedAnswers }) => sum + unjudgedAnswers, failedAttempts(request))

/** A third attempt within a year: Privacy decides about it, not support. */
export const isThirdAttempt = (request: Pick<PrivacyRequest, 'verifications' | 'related'>): boolean =>
  attempts(request) >= mostAttempts

/** Whether this actor may send the questions, or judge them as passed. */
export const mayAttempt = (
  request: Pick<PrivacyRequest, 'verifications' | 'related'>,
  actor: Actor,
): boolean => !isThirdAttempt(request) || (actor.kind === 'staff' && actor.role === 'privacy')
