import { dayWords, exactTime } from '@/components/ui/date-words'
import type { LineStep } from '@/components/ui/steps-line'
import { openHolds, openWindow, verificationOf } from '@/lib/core/current'
import type { Outcome, Request, Verification } from '@/lib/core/request'
import { type WaitingOn, waitingOn } from '@/lib/core/waiting-on'

// Where a request stands, in words for the person it is about. Nothing of what only the desk may know comes in here.

/** The questions that the person can answer now, or null. */
export function openQuestions(request: Request): Verification | null {
  const verification = request.state === 'verifying' ? verificationOf(request) : null
  return verification && !verification.answeredAt && !verification.result ? verification : null
}

/** Whether it can still be taken back. */
export const canWithdraw = (request: Request): boolean =>
  request.state !== 'closed' && request.erasureBegunAt === null

/** Ended in a way that an answer could still change. */
export const canStillAnswer = (request: Request): boolean =>
  request.state === 'closed' && (request.outcome === 'not-verified' || request.outcome === 'security-denied')

const ends: Partial<Record<Outcome, { title: string; detail?: string }>> = {
  'no-account': { title: 'We found no account', detail: 'With this email address and username together.' },
  duplicate: { title: 'You had asked for this before', detail: 'We go on with your earlier request.' },
  'not-verified': { title: 'We could not be sure that the account is yours' },
  'security-denied': { title: 'We can’t go on with this' },
  withdrawn: { title: 'You took the request back' },
  unconfirmed: { title: 'It was not confirmed in time' },
  refused: { title: 'We can’t do what you asked', detail: 'Our message says why, and what you can do.' },
}

function lastStep(request: Request): LineStep {
  if (request.outcome === 'fulfilled') return { title: 'It is done', state: 'done' }
  if (request.outcome === 'already-deleted')
    return { title: 'It is done', detail: 'The account was deleted already.', state: 'done' }
  const end = (request.outcome && ends[request.outcome]) ?? { title: 'The request has ended' }
  const nothing = request.erasureBegunAt ? '' : 'Nothing was deleted.'
  return { title: end.title, detail: [end.detail, nothing].filter(Boolean).join(' '), state: 'stopped' }
}

/** The steps from asking to the end, with what is happening now. */
export function stepsOf(
  request: Request,
  about: { working: 'Deleting' | 'Compiling'; timeZone: string },
): LineStep[] {
  const { state, confirmedAt, receivedAt } = request
  const asked: LineStep = { title: 'You asked', detail: dayWords(receivedAt, about.timeZone), state: 'done' }
  const confirmed: LineStep = {
    title: confirmedAt ? 'You confirmed it' : 'You confirm it',
    detail: confirmedAt ? dayWords(confirmedAt, about.timeZone) : 'By the link in our email.',
    state: confirmedAt ? 'done' : 'now',
  }
  if (state === 'closed') {
    const last = lastStep(request)
    const worked: LineStep[] =
      last.state === 'done' ? [{ title: 'We checked that the account is yours', state: 'done' }] : []
    return [asked, ...(confirmedAt ? [confirmed] : []), ...worked, last]
  }
  const checking = state === 'checking' || state === 'verifying'
  const working = state === 'processing'
  const work = about.working === 'Deleting' ? 'We delete your data' : 'We put your data together'
  return [
    asked,
    confirmed,
    {
      title: working ? 'We checked that the account is yours' : 'We check that the account is yours',
      state: working ? 'done' : checking ? 'now' : 'next',
    },
    {
      title: work,
      ...(working && { detail: 'Several teams do this, one system after the other.' }),
      state: working ? 'now' : 'next',
    },
    { title: 'We tell you that it is done', state: 'next' },
  ]
}

const turns: Record<WaitingOn, string> = {
  requester: 'We are waiting for you',
  support: 'We are waiting for our support team',
  privacy: 'We are waiting for our privacy team',
  team: 'We are waiting for one of our teams',
  system: 'We are waiting for our systems',
  nobody: 'We are waiting for nobody',
}
const restful = 'There is nothing for you to do now.'

/** Whom we wait for and for what; null once it has ended. */
export function waitingWords(request: Request, timeZone: string): { title: string; text: string } | null {
  if (request.state === 'closed') return null
  if (request.state === 'submitted')
    return { title: turns.requester, text: 'Please open the link in our email and confirm.' }
  if (openQuestions(request)) {
    const until = openWindow(request, 'verification')?.endsAt
    const time = until ? ` You have until ${exactTime(until, timeZone)}.` : ''
    return { title: turns.requester, text: `Please answer the questions below.${time}` }
  }
  const hold = openHolds(request)[0]
  if (hold?.reason === 'subscription' && hold.until)
    return {
      title: 'We are waiting for your subscription to end',
      text: `It runs until ${dayWords(hold.until, timeZone)}. Nothing is deleted before that; our message says how to end it earlier.`,
    }
  const turn = waitingOn(request)
  return { title: turn === 'requester' ? turns.support : turns[turn], text: restful }
}
