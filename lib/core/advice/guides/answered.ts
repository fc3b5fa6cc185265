import { isUnread } from '../../request/current'
import type { Escalation } from '../../request/proceedings'
import type { PrivacyRequest } from '../../request/request'
import type { Guide } from './guide'

const unread = (request: PrivacyRequest, state: Escalation['state']) =>
  request.escalations.some(escalation => escalation.state === state && isUnread(escalation))
const why = 'Escalation to Privacy: who asked is told, and the request is theirs again.'
const read = { command: 'read-answer', label: 'I have read it' } as const

/** What Privacy answered is read before the work continues. */
export const answered: Guide = {
  when: request => unread(request, 'answered'),
  say: 'Privacy answered the question. Read it on Details, and continue with the request.',
  why,
  steps: () => [read],
}

/** Something is missing from the question: it is asked again with that. */
export const returned: Guide = {
  when: request => unread(request, 'returned'),
  say: 'Privacy returned the question with a comment. Read it on Details, and ask again with what is missing.',
  why,
  steps: () => [{ command: 'escalate', label: 'Ask again' }, read],
}
