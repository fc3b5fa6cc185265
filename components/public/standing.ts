import { dayWords, exactTime } from '@/components/ui/date-labels'
import { isReopenable } from '@/lib/core/derived/reopening'
import { openQuestions } from '@/lib/core/machine/open-questions'
import type { AskKind } from '@/lib/core/machine/requirements/requirement'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { openHolds, openWindow } from '@/lib/core/request/current'
import type { PrivacyRequest, WaitingOn } from '@/lib/core/request/request'

// The status of a request, in words for the person it is about. Never includes what only the desk may know.

/** Whether it can still be taken back. */
export const canWithdraw = (request: PrivacyRequest): boolean =>
  request.state !== 'closed' && request.erasureBegunAt === null

/** Our messages ask people to answer on this page, however it ended: as long as there is anything left to answer to. */
export const canWrite = ({
  confirmedAt,
  contentErasedAt,
}: Pick<PrivacyRequest, 'confirmedAt' | 'contentErasedAt'>): boolean =>
  confirmedAt !== null && contentErasedAt === null

/** Ended in a way that a word from the person could still change. */
export const canStillAnswer = (request: PrivacyRequest): boolean =>
  isReopenable(request) && request.confirmedAt !== null

const turns: Record<WaitingOn, string> = {
  requester: 'We are waiting for you',
  support: 'We are waiting for our support team',
  privacy: 'We are waiting for our privacy team',
  team: 'We are waiting for one of our teams',
  system: 'We are checking this automatically',
  nobody: 'Nothing is left to do',
}
const restful = 'There is nothing for you to do now.'

const pleas: Record<AskKind, string> = {
  questions: 'Please answer the questions below.',
  'owner-contact': 'Please say below whether we should ask the administrator of the organisation.',
  help: 'Please try the export, and tell us below if you need help.',
  clarification: 'Please say below what you mean.',
  documents: 'Please send the documents below.',
}

/** Whom we wait for and for what; null once it has ended. */
export function waitingWords(
  request: PrivacyRequest,
  timeZone: string,
): { title: string; text: string } | null {
  if (request.state === 'closed') return null
  if (request.state === 'submitted')
    return { title: turns.requester, text: 'Please open the link in our email and confirm.' }
  const ask = openQuestions(request).find(ask => !ask.replied)
  if (ask) {
    const time = ask.until ? ` You have until ${exactTime(ask.until, timeZone)}.` : ''
    return { title: turns.requester, text: `${pleas[ask.kind]}${time}` }
  }
  const hold = openHolds(request)[0]
  if (hold?.reason === 'subscription' && hold.until)
    return {
      title:
        request.actingAs === 'self'
          ? 'We are waiting for your subscription to end'
          : 'We are waiting for the subscription of the account to end',
      text: `It runs until ${dayWords(hold.until, timeZone)}. Nothing is deleted before that; our message says how to end it earlier.`,
    }
  const owner = openWindow(request, 'owner-decision')
  if (owner)
    return {
      title: 'We are waiting for the administrator of the organisation',
      text: `We have asked them. They have until ${dayWords(owner.endsAt, timeZone)}. ${restful}`,
    }
  const subject = openWindow(request, 'subject-confirmation')
  if (subject)
    return {
      title: 'We are waiting for the person you act for',
      text: `We have asked them to confirm it. They have until ${dayWords(subject.endsAt, timeZone)}. ${restful}`,
    }
  const turn = waitingOn(request)
  return { title: turn === 'requester' ? turns.support : turns[turn], text: restful }
}
