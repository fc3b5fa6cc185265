import { type CheckFacts, isOwnDeletion } from '../account/checks'
import { authorityGiven } from '../derived/authority-given'
import { mayAskAgain } from '../derived/question-mail'
import { mayAttempt } from '../derived/verification/attempts'
import { deletedByOwner, questionsNeeded } from '../derived/verification/needed'
import { questionMessage, questionSets } from '../derived/verification/question-sets'
import type { MessageKey } from '../handbook/messages/index'
import { typeOf } from '../handbook/request-types/type-of'
import { taskPlans } from '../handbook/tasks/index'
import { accountOf, authorityOf, permissionOf, taskOf, verificationOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { unreadMessages } from '../request/unread'
import type { Question, Verification } from '../request/verification'
import { completed } from './complete-task'
import { markRead } from './conversation/read-messages'
import type { Context, Decision } from './decision'
import { refuse } from './decision'
import { Draft } from './draft'
import type { Edited } from './end-as-exception'
import { goOn, settleWithoutDeletion } from './flow'
import { isGone, keepLook } from './fresh-checks'
import { markedDuplicate } from './mark-duplicate'
import { notReached } from './not-reached'
import { asksQuestions } from './requirements/asks-questions'
import { authority } from './requirements/authority'
import { currentRequirement } from './requirements/index'
import { ownerPermission } from './requirements/owner-permission'
import { instructionsSent, selfServe } from './requirements/self-serve'
import { subjectConfirmation } from './requirements/subject-confirmation'
import { endEmbargoed, isEmbargoed } from './screens/embargo'

interface Sending extends Edited {
  of?: string | undefined
  note?: string | undefined
}

type MessageEffect = (request: PrivacyRequest, sending: Sending, context: Context) => Decision

/** What sending a message does besides being sent: one act, one click. A message that isn't listed is only sent. */
export const messageEffects: Readonly<Partial<Record<MessageKey, MessageEffect>>> = {
  'duplicate-request': (request, { of, ...edited }, context) => markedDuplicate(request, of, context, edited),
  'medium-risk-gitlab-account-verification-question': (request, edited, context) =>
    asked(request, 'medium', edited, context),
  'high-risk-gitlab-account-verification-question': (request, edited, context) =>
    asked(request, 'high', edited, context),
  'blocked-account-deletion-request': (request, edited, context) =>
    handled(request, 'own-deletion', edited, context),
  'account-already-deleted': (request, edited, context) =>
    handled(request, 'already-deleted', edited, context),
  'enterprise-user': (request, edited, context) => {
    if (request.state !== 'verifying' || currentRequirement(request) !== ownerPermission)
      return refuse('permission-not-asked')
    if (permissionOf(request)?.consent) return refuse('already-answered')
    if (!mayAskAgain(request, 'owner-consent')) return refuse('already-answered')
    return replying(request, context).sendMessage('enterprise-user', { edited }).done()
  },
  'project-export-self-serve': (request, edited, context) => {
    if (request.state !== 'verifying' || currentRequirement(request) !== selfServe)
      return refuse('illegal-state')
    if (instructionsSent(request) && !mayAskAgain(request, 'self-serve')) return refuse('already-answered')
    return replying(request, context).sendMessage('project-export-self-serve', { edited }).done()
  },
  'project-export-complete': (request, edited, context) => {
    const task = request.tasks.find(task => taskPlans.get(task.key)?.handsOver === 'project-export-complete')
    return task ? completed(request, task, edited, context) : refuse('no-such-task')
  },
  'embargoed-country': (request, _edited, context) => {
    const { screens, mainTask } = typeOf(request)
    if (!screens.includes('embargo') || request.state === 'closed') return refuse('illegal-state')
    if (taskOf(request, mainTask)?.resolution === 'complete') return refuse('illegal-state')
    if (!isEmbargoed(request, context.rules.embargoed)) return refuse('contradiction', 'country')
    return endEmbargoed(new Draft(request, context)).done()
  },
  'documents-needed': (request, edited, context) => documentsAsked(request, edited, context),
  'subject-confirmation': (request, edited, context) => {
    if (request.state !== 'verifying' || currentRequirement(request) !== subjectConfirmation)
      return refuse('not-asked')
    if (!mayAskAgain(request, 'subject-confirmation')) return refuse('already-answered')
    return new Draft(request, context).sendMessage('subject-confirmation', { edited, to: 'subject' }).done()
  },
  'general-reply': (request, edited, context) =>
    goOn(
      markRead(new Draft(request, context).set({ lateReplyAt: null })).sendMessage('general-reply', {
        edited,
      }),
    ).done(),
}

/** Somebody who asks again has read what was written instead of an answer. */
const replying = (request: PrivacyRequest, context: Context): Draft =>
  markRead(new Draft(request, context), 'reply')

/** What `send-message` does for a message: its effect, or sending it and nothing else. */
export const effectOf = (key: MessageKey): MessageEffect =>
  messageEffects[key] ??
  ((request, { subject, body }, context) =>
    new Draft(request, context).sendMessage(key, { edited: { subject, body } }).done())

function documentsAsked(request: PrivacyRequest, edited: Edited, context: Context): Decision {
  const open = authorityOf(request)
  if (request.state !== 'verifying' || currentRequirement(request) !== authority || !open)
    return refuse('authority-not-open')
  const draft = markRead(replying(request, context), 'documents').closeWindow('documents', 'privacy')
  draft.set({
    authorities: request.authorities.map(authority =>
      authority.id === open.id ? { ...authority, documentsAskedAt: context.now } : authority,
    ),
  })
  return draft.sendMessage('documents-needed', { edited }).done()
}

function asked(
  request: PrivacyRequest,
  level: 'medium' | 'high',
  edited: Edited,
  context: Context,
): Decision {
  if (request.state !== 'verifying') return refuse('illegal-state')
  if (!asksQuestions(request) || questionsNeeded(request) !== level || deletedByOwner(request))
    return refuse('questions-not-needed')
  if (!mayAttempt(request, context.actor)) return refuse('third-attempt')
  const before = verificationOf(request)
  const draft = new Draft(request, context)
  if (before?.answeredAt || before?.result || before?.cannotKnowAt) return refuse('already-answered')
  if (before && !mayAskAgain(request, 'verification')) return refuse('already-answered')
  if (before) askAgain(markRead(draft, 'reply'), before, edited)
  else ask(draft, level, edited)
  return draft.done()
}

/** Sends the same questions again, with a new window. The person still has one attempt. */
function askAgain(draft: Draft, { level, questions }: Verification, edited?: Edited): void {
  draft
    .fact({ askedAgain: level })
    .sendMessage(questionMessage[level], { variables: wordsOf(questions), edited })
}

const wordsOf = (questions: readonly Question[]) => ({
  questions: questions.map(question => question.text),
})

/** Asks a level's questions: the copy on the request stays as asked, even if the question set changes later. */
export function ask(draft: Draft, level: 'medium' | 'high', edited?: Edited): void {
  const { newId, now } = draft.context
  const questions = [...questionSets[level]]
  const { verifications, round } = draft.next
  const verification = {
    id: newId(),
    round,
    level,
    questions,
    answers: null,
    askedAt: now,
    answeredAt: null,
    result: null,
    judgedAt: null,
    judgedById: null,
    cannotKnowAt: null,
  }
  draft.set({ verifications: [...verifications, verification] }).fact({ asked: level })
  draft.sendMessage(questionMessage[level], { variables: wordsOf(questions), edited })
}

function handled(
  request: PrivacyRequest,
  kind: 'own-deletion' | 'already-deleted',
  { note, subject, body }: Sending,
  context: Context,
): Decision {
  if (request.state !== 'verifying' && request.state !== 'processing') return refuse('illegal-state')
  if (typeOf(request).deleted !== 'settles') return refuse('illegal-state')
  if (request.handled) return refuse('already-deleted')
  if (!authorityGiven(request)) return refuse('on-hold')
  if (!accountOf(request)) return refuse('illegal-state')
  // It takes the place of the deletion, which would have to wait, too. Answers can't be judged any more.
  if (unreadMessages(request).some(({ key }) => key !== 'answers')) return refuse('unread-message')
  if (kind === 'own-deletion' && !deletedByOwner(request)) return refuse('not-self-deleted')
  const { lookUp } = context
  if (!lookUp?.reached && !note) return notReached(context)
  const contradicted = lookUp?.reached === true && !isAsSaid(kind, lookUp.facts)
  if (contradicted && !note) return refuse('account-still-there', 'note')
  const draft = markRead(new Draft(request, context), 'answers')
  keepLook(draft)
  if (note) draft.note(note, taskOf(request, typeOf(request).mainTask)?.id ?? null)
  if (contradicted) draft.fact({ stillThere: true })
  return settleWithoutDeletion(draft, kind, { subject, body }).done()
}

/** The directory, asked just now, says what the message says: the account is gone, or blocked by its owner's own deletion. */
function isAsSaid(kind: 'own-deletion' | 'already-deleted', facts: CheckFacts): boolean {
  const { account } = facts
  if (isGone(facts)) return true
  return kind === 'own-deletion' && isOwnDeletion(account)
}

/** The messages that say that an account went without us: it is looked up again before they are sent. */
export const saysGone: ReadonlySet<string> = new Set<MessageKey>([
  'account-already-deleted',
  'blocked-account-deletion-request',
])
