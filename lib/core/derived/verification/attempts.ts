import type { Actor } from '../../people/actor'
import type { PrivacyRequest } from '../../request/request'

/** After so many failed verifications within a year, the next attempt is Privacy's. */
const mostFailed = 2

/** How often a verification of this account failed within a year, on any request, silence included. */
export const failedAttempts = ({
  verifications,
  related,
}: Pick<PrivacyRequest, 'verifications' | 'related'>): number =>
  verifications.filter(({ result }) => result === 'failed').length +
  related.reduce((sum, { failedVerifications }) => sum + failedVerifications, 0)

/** A third attempt within a year: Privacy decides about it, not support. */
export const isThirdAttempt = (request: Pick<PrivacyRequest, 'verifications' | 'related'>): boolean =>
  failedAttempts(request) >= mostFailed

/** Whether this actor may send the questions, or judge them as passed. */
export const mayAttempt = (
  request: Pick<PrivacyRequest, 'verifications' | 'related'>,
  actor: Actor,
): boolean => !isThirdAttempt(request) || (actor.kind === 'staff' && actor.role === 'privacy')
