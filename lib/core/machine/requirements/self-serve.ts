import { isWithThem } from '../../derived/question-mail'
import { checksOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Requirement } from './requirement'

/** The person has the instructions for the checks that count now, and can ask for help. */
export const instructionsSent = (request: PrivacyRequest): boolean =>
  request.messages.some(
    message =>
      message.key === 'project-export-self-serve' && message.at >= (checksOf(request)?.at ?? message.at),
  )

/** Projects can be exported by oneself; we help whoever asks for it. */
export const selfServe: Requirement = {
  key: 'self-serve',
  title: 'Self-serve',
  settledBy: ['ask-for-help'],
  windows: ['self-serve'],
  says: ['project-export-self-serve'],
  isOpen: request => request.helpAskedAt === null,
  waitingOn: request =>
    instructionsSent(request) && isWithThem(request, 'self-serve') ? 'requester' : 'support',
}
