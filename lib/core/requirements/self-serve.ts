import { checksOf } from '../current'
import type { Requirement } from '../request-types/request-type'

/** Projects can be exported by oneself; we help whoever asks for it. */
export const selfServe: Requirement = {
  key: 'self-serve',
  title: 'Self-serve',
  settledBy: ['ask-for-help'],
  windows: ['self-serve'],
  says: ['project-export-self-serve'],
  isOpen: request => request.helpAskedAt === null,
  waitingOn: request =>
    request.messages.some(
      one => one.key === 'project-export-self-serve' && one.at >= (checksOf(request)?.at ?? one.at),
    )
      ? 'requester'
      : 'support',
}
