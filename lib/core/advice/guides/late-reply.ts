import { isReopenable, reopeners } from '../../derived/reopening'
import type { PrivacyRequest } from '../../request/request'
import type { Guide } from './guide'

const answer = {
  command: 'send-message',
  label: 'Answer the person',
  preset: { message: 'general-reply' },
  needs: ['body'],
} as const

const wroteAfterTheEnd = (request: PrivacyRequest) =>
  request.state === 'closed' && request.lateReplyAt !== null && isReopenable(request)

/** What was recorded after the end, but said before it. */
const saidInTime = (request: PrivacyRequest) => {
  const last = request.messages.findLast(message => message.direction === 'in')
  return last !== undefined && last.saidOn !== null && !last.late
}

/** They had answered by another road before the time ran out: the request ended for a silence that there wasn't. */
export const repliedInTime: Guide = {
  when: request => wroteAfterTheEnd(request) && saidInTime(request),
  say: 'The person had answered in time, by another road. Reopen the request.',
  why: 'Response windows: the day on which somebody answers counts, not the day on which it is recorded.',
  steps: request => [{ command: 'reopen', label: 'Reopen', who: reopeners(request) }, answer],
}

/** Reopened or answered, a late reply has been acted on. */
export const lateReply: Guide = {
  when: request => wroteAfterTheEnd(request) && !saidInTime(request),
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
