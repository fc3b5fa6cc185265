import { isUnread } from '../../request/current'
import type { Guide } from './guide'

/** What Privacy answered is read before the work continues. */
export const answered: Guide = {
  when: request => request.escalations.some(isUnread),
  say: 'Privacy answered the question. Read it on Details, and continue with the request.',
  why: 'Escalation to Privacy: who asked is told, and the request is theirs again.',
  steps: () => [{ command: 'read-answer', label: 'I have read it' }],
}
