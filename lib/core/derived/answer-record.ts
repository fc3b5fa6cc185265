import { declinesBy } from '../handbook/outcomes'
import type { PrivacyRequest } from '../request/request'
import { declines } from './your-rights'

/**
 * What the record of a request says of the answer that it ended with: how much was given, and when. What the person took back,
 * never confirmed or had asked for before has no answer of its own. Data that was handed over earlier was answered then.
 */
export function answerOf(
  request: PrivacyRequest,
  now: Date,
): Pick<PrivacyRequest, 'response' | 'respondedAt'> {
  const how = request.outcome && declinesBy[request.outcome]
  if (!how || how === 'never' || !request.confirmedAt) return { response: null, respondedAt: null }
  const denied = how === 'always' ? 'denied' : declines(request) ? 'part' : 'whole'
  return { response: denied, respondedAt: request.respondedAt ?? now }
}
