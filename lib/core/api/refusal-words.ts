import { commandOf } from '../commands/index'
import type { Reason } from '../derived/reasons'
import { handsOver } from '../derived/tasks/waits-for'
import { messageRules } from '../handbook/messages/index'
import { typeOf } from '../handbook/request-types/type-of'
import type { RequestCommand, TaskCommand } from '../machine/command'
import { roles, type Who } from '../people/actor'
import type { PrivacyRequest, State } from '../request/request'
import { refusals } from './refusals'

/** What somebody tried, as far as it is known. */
export interface Tried {
  command?: RequestCommand | TaskCommand | undefined
  /** As it was sent; the message that it names is called by its name. */
  input?: unknown
  request?: Pick<PrivacyRequest, 'type' | 'state'> | undefined
  /** Which field, step, variable, command or system it is about. */
  detail?: string | undefined
  /** What is wrong with each field that was sent, where that is said beside it. */
  fields?: Readonly<Record<string, string>> | undefined
}

/**
 * What a refusal says: about this act, on a request of this type, and what to do instead. A reason that means the same
 * everywhere has its words in `refusals`.
 */
export const refusalWords = (reason: Reason, tried: Tried = {}): string =>
  inContext[reason]?.(tried) ?? refusals[reason].title

type Words = (tried: Tried) => string | undefined

const tooEarlyOrFuture =
  'This can’t have come on that day: it is in the future, or before what it answers. Check the day.'
const ofAnAccount = 'That day is in the future, or before there were accounts. Check it.'
const toCome = 'That day comes too early, or is more than ten years ahead. Check it.'

/** A day that is refused, by its field. */
const wrongDayOf: ReadonlyMap<string, string> = new Map([
  ['at', tooEarlyOrFuture],
  ['receivedOn', tooEarlyOrFuture],
  ['createdOn', ofAnAccount],
  ['lastActiveOn', ofAnAccount],
  ['subscriptionEndsOn', 'That day is more than ten years ahead, or before there were accounts. Check it.'],
  ['until', toCome],
  ['notifiedDay', toCome],
])

const inContext: Readonly<Partial<Record<Reason, Words>>> = {
  'not-allowed': ({ command }) => command && whoMay(command.who),
  'invalid-input': ({ detail, fields }) => (fields ? undefined : wrongDayOf.get(detail ?? '')),
  'illegal-state': tried => tried.request && cannotNow(tried, tried.request),
  'directory-unreachable': ({ detail }) =>
    detail && `${detail} can’t be reached now. Nothing was changed; try again.`,
  'use-command': tried => {
    const other = tried.detail ? commandOf({ command: tried.detail }) : undefined
    if (other) return `This is done by “${other.label}”. Use that instead.`
    return messageOf(tried.input) && `${called(tried)} is sent by the system itself. Nobody has to send it.`
  },
  'step-out-of-order': ({ command }) =>
    command?.name === 'untick-step'
      ? 'Only the last tick can be taken back. Begin with that one.'
      : undefined,
  'not-destructive-yet': ({ request }) =>
    request &&
    `Nothing is ${workOn(request)} before every verification has passed. Look at the next step for what is missing.`,
  'already-answered': ({ command, input }) => answered[messageOf(input) ?? command?.name ?? ''],
  'escalation-open': ({ command, request }) => {
    if (command?.name === 'escalate')
      return 'A question to Privacy is open already. Wait for its answer, or add what you know as a note.'
    return (
      request &&
      `A question to Privacy is open. Nothing is ${workOn(request)} before it is answered; wait, or add what you know as a note.`
    )
  },
  'exception-stands': ({ request }) =>
    request &&
    `A task ended as an exception. Nothing is ${workOn(request)} before Privacy has decided about it.`,
  'erasure-begun': ({ command }) => begun[command?.name ?? ''],
  'task-not-open': ({ command }) => notOpen[command?.name ?? ''],
  'no-such-task': ({ input }) =>
    messageOf(input) && 'This request has no export. Choose a message that fits its type.',
  contradiction: ({ command, input }) => contradicted[messageOf(input) ?? command?.name ?? ''],
  'permission-not-asked': ({ command }) =>
    command?.name === 'reopen'
      ? 'This request didn’t end for want of an owner’s permission. Leave the link out, or put it into the reason.'
      : undefined,
  'on-hold': tried =>
    tried.command &&
    `${called(tried)} can’t be done while the request is on hold. It can be once the hold has ended.`,
}

/** What is done for the person in a request of this type. */
function workOn(request: Pick<PrivacyRequest, 'type'>): string {
  if (handsOver(request.type)) return 'handed over'
  return request.type.endsWith('-deletion') ? 'deleted' : 'changed'
}

const messageOf = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'message' in input && typeof input.message === 'string'
    ? (messageRules.get(input.message)?.key ?? undefined)
    : undefined

/** The act as its button says it, or the message that it sends. */
function called({ command, input }: Pick<Tried, 'command' | 'input'>): string {
  const message = messageRules.get(messageOf(input) ?? '')
  return message || command ? `“${message?.name ?? command?.label}”` : 'This'
}

const nowIs: Readonly<Record<State, string>> = {
  submitted: 'The person has to confirm the request first.',
  checking: 'The checks have to answer first.',
  verifying: 'Something still has to be verified: look at the next step.',
  processing: 'It is being worked: look at the next step.',
  closed: 'The request is closed. Reopen it where that is offered, or open one that follows it.',
}

/** Either the state is the wrong one, or the act doesn't fit the type or what has happened. */
function cannotNow(tried: Tried, request: Pick<PrivacyRequest, 'type' | 'state'>): string {
  const act = called(tried)
  if (tried.command && !tried.command.from.includes(request.state))
    return `${act} can’t be done in this state. ${nowIs[request.state]}`
  const type = typeOf(request).title.toLowerCase()
  return `${act} doesn’t fit this request (${type}) as it is now. ${nowIs[request.state]}`
}

const roleNames: Readonly<Record<(typeof roles)[number], string>> = {
  'support-engineer': 'Support',
  'support-readiness': 'Support Readiness',
  'console-engineer': 'Console Engineers',
  'forum-admin': 'Forum Admins',
  privacy: 'Privacy',
  admin: 'Admins',
}

/** Who does it instead. */
function whoMay(who: readonly Who[]): string {
  const staff = roles.filter(role => who.includes(role)).map(role => roleNames[role])
  if (who.includes('task-team')) staff.push('the task’s team')
  if (staff.length > 0)
    return `Your role may not do this. It is for ${new Intl.ListFormat('en').format(staff)}; ask them.`
  if (who.includes('requester') || who.includes('account-holder'))
    return 'Your role may not do this. Only the person can, on their own page.'
  return 'Your role may not do this. Only the system does it.'
}

/** By the message, else by the command. */
const answered: Readonly<Record<string, string>> = {
  'answer-questions':
    'The questions were answered already; there is one attempt. Write a message to add something.',
  'cannot-know': 'The questions were answered already. Write a message to add something.',
  'record-reply':
    'The questions were answered already; there is one attempt. Record it as a message without answers.',
  'answer-owner-contact': 'This was answered already. Write a message to change it.',
  'request-owner-contact': 'The owner was asked already. Record what they decided instead.',
  'enterprise-user':
    'The person was asked about their administrator already. Wait for the answer, or record it.',
  'project-export-self-serve': 'The instructions were sent already. Wait for the answer, or record it.',
  'subject-confirmation': 'The person was asked to confirm already. Wait for the answer.',
  'medium-risk-gitlab-account-verification-question':
    'The questions were asked already; there is one attempt. Wait for the answers, or judge them.',
  'high-risk-gitlab-account-verification-question':
    'The questions were asked already; there is one attempt. Wait for the answers, or judge them.',
}

const begun: Readonly<Record<string, string>> = {
  retype: 'The deletion has begun, so the type stays. Finish it, or open one that follows it.',
  withdraw: 'The deletion has begun, and can’t be stopped any more. Write a message if something is wrong.',
  close: 'The deletion has begun, and can’t be withdrawn any more. Tell the person so in a message.',
  'untick-step':
    'This step can’t be undone, so its tick stays. If it is wrong, say so in a note and escalate.',
}

const notOpen: Readonly<Record<string, string>> = {
  'reopen-task':
    'Only a task that ended as “Exception” or “Not Found” can be reopened. Work an open one as it is.',
  'accept-exception': 'No exception of this task waits to be accepted. Look at how the task ended.',
}

const contradicted: Readonly<Record<string, string>> = {
  'correct-jurisdiction':
    'That region is not in that country. Choose a region of the country, or leave it out.',
  'record-region':
    'That region is not in the request’s country. Correct the country, or choose another region.',
  'record-checks':
    'These answers contradict each other. One account can’t have both where one of them doesn’t exist.',
  retype:
    'The checks found another kind of account than that type is for. Choose the type that fits the account.',
  'validate-authority':
    'This doesn’t fit what the request knows of the account. Check the username and what you chose.',
  resolve: 'That resolution contradicts what was done or found. Choose the one that fits.',
  'embargoed-country':
    'The country of this request is not embargoed. Correct the country first if it is wrong.',
}
