import { verificationOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Verification } from '../../request/verification'

/** The verification questions that were asked and have neither been answered nor judged; undefined where there are none. */
export function unanswered(request: PrivacyRequest): Verification | undefined {
  const verification = verificationOf(request)
  const isOpen = verification && !verification.answeredAt && !verification.result
  return isOpen && request.state === 'verifying' ? verification : undefined
}
