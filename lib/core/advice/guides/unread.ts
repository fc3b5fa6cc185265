import { authorityOf, openHolds, verificationOf } from '../../request/current'
import type { MessageRecord } from '../../request/message-record'
import type { PrivacyRequest } from '../../request/request'
import { unreadMessages } from '../../request/unread'
import type { Guide } from './guide'

/** Messages whose reading is a step of its own: answers are judged, documents validated, an objection decided about. */
const readOtherwise: Readonly<Record<string, (request: PrivacyRequest) => boolean>> = {
  answers: request => request.state === 'verifying' && verificationOf(request)?.result === null,
  documents: request => request.state === 'verifying' && authorityOf(request)?.result === null,
  objection: request => openHolds(request).some(hold => hold.reason === 'objection'),
}

const toRead = (request: PrivacyRequest): MessageRecord[] =>
  unreadMessages(request).filter(({ key }) => !readOtherwise[key]?.(request))

const wantsToStop = (request: PrivacyRequest) => toRead(request).some(({ key }) => key === 'withdrawal')
const isOpen = (request: PrivacyRequest) => request.state !== 'closed'
const wantsToStopTooLate = (request: PrivacyRequest) =>
  isOpen(request) && wantsToStop(request) && request.erasureBegunAt !== null
const why =
  'The person’s word comes first: nothing is deleted or handed over before somebody has read what they wrote.'

/** The person asked to stop by telephone, letter or the like: close it, or continue if that was not what they meant. */
export const askedToStop: Guide = {
  when: request => isOpen(request) && wantsToStop(request) && !request.erasureBegunAt,
  say: 'The person wants us to stop. Close the request as withdrawn.',
  why,
  steps: () => [
    { command: 'close', label: 'Close as withdrawn', preset: { outcome: 'withdrawn' } },
    { command: 'mark-read', label: 'Read what they said' },
  ],
}

/** They asked to stop once it had begun: what can't be taken back is said to them, and somebody decides about the rest. */
export const askedTooLate: Guide = {
  when: wantsToStopTooLate,
  say: 'The person wants us to stop, but the deletion has begun and can’t be taken back. Read what they said, and tell them what is deleted already.',
  why,
  steps: () => [
    { command: 'mark-read', label: 'Read what they said' },
    {
      command: 'send-message',
      label: 'Answer the person',
      preset: { message: 'general-reply' },
      needs: ['body'],
    },
  ],
}

/** After the end, a late reply has steps of its own. */
export const unread: Guide = {
  when: request =>
    toRead(request).length > 0 &&
    (isOpen(request) || request.lateReplyAt === null) &&
    !wantsToStopTooLate(request),
  say: 'The person wrote something new. Read what they wrote.',
  why,
  steps: () => [{ command: 'mark-read', label: 'Read what they wrote' }],
}
