import { isReopenable } from '../reopening'
import type { Guide } from '../request-types/request-type'

export const lateReply: Guide = {
  when: request => request.state === 'closed' && request.lateReplyAt !== null && isReopenable(request),
  say: 'The person answered after the time had run out. Read the reply and decide whether to reopen.',
  why: 'Response windows: a reply that arrives later is kept, flagged as late, and offers Reopen.',
  steps: () => [{ command: 'reopen', label: 'Reopen' }],
}
