import { declinesBy } from '../handbook/outcomes'
import type { PrivacyRequest } from '../request/request'
import { declines } from './your-rights'

/**
 * What the record of a request says of the answer that it ended with: how much was given, and when. What the person took back,
 * never confirmed or had asked for before has no answer of its own; a refusal is one, also of what was not confirmed. Data that was handed over earlier was answered then.
 */
export function answerOf(
  request: PrivacyRequest,
  now: Date,
): Pick<PrivacyRequest, 'response' | 'respondedAt'> {
  const how = request.outcome && declinesBy[request.outcome]
  const isAnswered = request.confirmedAt !== null || request.outcome === 'refused'
  if (!how || how === 'never' || !isAnswered) return { response: null, respondedAt: null }
  const denied = how === 'always' ? 'denied' : declines(request) ? 'part' : 'whole'
  return { response: denied, respondedAt: request.respondedAt ?? now }
}
