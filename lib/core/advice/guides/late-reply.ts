import { isReopenable, reopeners } from '../../derived/reopening'
import type { Guide } from './guide'

const answer = {
  command: 'send-message',
  label: 'Answer the person',
  preset: { message: 'general-reply' },
  needs: ['body'],
} as const

/** Reopened or answered, a late reply has been acted on. */
export const lateReply: Guide = {
  when: request => request.state === 'closed' && request.lateReplyAt !== null && isReopenable(request),
  say: 'The person answered after the time had run out. Read the reply and decide whether to reopen.',
  why: 'Response windows: a reply that arrives later is kept, flagged as late, and offers Reopen.',
  steps: request => [{ command: 'reopen', label: 'Reopen', who: reopeners(request) }, answer],
}

export const replyAfterTheEnd: Guide = {
  when: request => request.state === 'closed' && request.lateReplyAt !== null && !isReopenable(request),
  say: 'The person wrote after the request had closed. Read the reply and answer it.',
  why: 'Reopening: a request that ended like this isn’t reopened; where there is more to do, a new one is.',
  steps: () => [answer],
}
