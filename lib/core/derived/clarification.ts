import { ruleParts } from '../deadlines/law-versions'
import { laws } from '../deadlines/laws/index'
import { typeOf } from '../handbook/request-types/type-of'
import type { PrivacyRequest } from '../request/request'
import { isWithThem, mayAskAgain, questionMail } from './question-mail'

// Somebody who asks for data may be asked what they mean. The question never holds up the rest of the work.

/** They have answered the last such question: in its form, or in words of their own. */
export function isClarified(request: PrivacyRequest): boolean {
  const question = questionMail(request, 'clarification')
  if (!question) return false
  const since = request.messages.slice(request.messages.indexOf(question))
  return since.some(({ key }) => key === 'clarification' || key === 'reply')
}

/** We asked what they mean, and they can still say so. */
export const awaitsClarification = (request: PrivacyRequest): boolean =>
  (request.state === 'verifying' || request.state === 'processing') &&
  isWithThem(request, 'clarification') &&
  !isClarified(request)

/** We asked what they mean, their time to say so is over, and nobody has heard from them: we may ask again. */
export function isUnclarified(request: PrivacyRequest): boolean {
  const question = questionMail(request, 'clarification')
  if (!question || request.state === 'closed' || !typeOf(request).clarifies) return false
  return question.delivery === 'accepted' && mayAskAgain(request, 'clarification') && !isClarified(request)
}

/** Whether the law that a request is answered under pauses its clock until such a question is answered. */
export function clarificationPauses(request: Pick<PrivacyRequest, 'type' | 'dueRule'>): boolean {
  const { id } = ruleParts(request.dueRule)
  const rule = laws.find(law => law.id === id)?.pausesFor.find(({ reason }) => reason === 'clarification')
  return rule !== undefined && (!rule.actions || rule.actions.includes(typeOf(request).action))
}
