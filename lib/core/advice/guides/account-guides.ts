import { isUnclarified } from '../../derived/clarification'
import { isWithThem, mayAskAgain, repliedTo } from '../../derived/question-mail'
import { blockedBy } from '../../derived/tasks/blocked-by'
import { stepDoers } from '../../derived/tasks/doers'
import { waitsFor } from '../../derived/tasks/waits-for'
import { isThirdAttempt } from '../../derived/verification/attempts'
import { deletedByOwner, questionsNeeded } from '../../derived/verification/needed'
import { questionMessage } from '../../derived/verification/question-sets'
import { taskPlans } from '../../handbook/tasks/index'
import { currentRequirement } from '../../machine/requirements/index'
import type { Requirement } from '../../machine/requirements/requirement'
import { securityReview } from '../../machine/requirements/security-review'
import { privacyJudges, verificationQuestions } from '../../machine/requirements/verification-questions'
import { openHolds, openTasks, originalsOf, reviewOf, verificationOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { isRunning, type Task } from '../../request/task'
import { type ConnectedSystem, opensIssues } from '../../systems/connected'
import type { Guide, NextStep } from './guide'
import { taskSteps } from './task-steps'

const working = (request: PrivacyRequest) => request.state === 'verifying' || request.state === 'processing'
const now = (request: PrivacyRequest, requirement: Requirement) =>
  request.state === 'verifying' && currentRequirement(request) === requirement
const asking = (request: PrivacyRequest) => now(request, verificationQuestions) && !deletedByOwner(request)
const reviewing = (request: PrivacyRequest) => now(request, securityReview)

export const blockedByOwnDeletion: Guide = {
  when: request =>
    working(request) &&
    deletedByOwner(request) &&
    !request.handled &&
    !request.holds.some(hold => hold.reason === 'authority' && !hold.releasedAt),
  say: 'The user deleted this account themselves. Send Blocked Account Deletion Request.',
  why: 'Blocked account: blocked because of the user’s own deletion, so our part of the deletion is done.',
  steps: () => [
    {
      command: 'send-message',
      label: 'Blocked Account Deletion Request',
      preset: { message: 'blocked-account-deletion-request' },
    },
  ],
}

/** A third attempt is Privacy's. */
const ofPrivacy = (request: PrivacyRequest): Pick<NextStep, 'who'> =>
  isThirdAttempt(request) ? { who: ['privacy'] } : {}

const askQuestions: Guide = {
  when: request => asking(request) && verificationOf(request) === null,
  say: request =>
    isThirdAttempt(request)
      ? 'Two verifications of this account were not passed within a year. Privacy decides whether to send the questions again.'
      : 'Send the verification questions before anything is deleted or handed over.',
  why: 'Verification questions: the risk is not low and the account has private projects. The person has 7 days, and 30 where they ask for somebody who has died; a third attempt within a year is Privacy’s.',
  steps: request => {
    const level = questionsNeeded(request) ?? 'high'
    const label = `${level === 'high' ? 'High' : 'Medium'} Risk GitLab Account Verification Question`
    return [
      { command: 'send-message', label, preset: { message: questionMessage[level] }, ...ofPrivacy(request) },
    ]
  },
}

const unanswered = (request: PrivacyRequest) =>
  asking(request) && verificationOf(request)?.answeredAt === null && !privacyJudges(request)
const sendAgain = (request: PrivacyRequest): NextStep => {
  const level = verificationOf(request)?.level ?? 'high'
  const preset = { message: questionMessage[level] }
  return { command: 'send-message', label: 'Ask again', preset, ...ofPrivacy(request) }
}

const awaitAnswers: Guide = {
  when: request => unanswered(request) && isWithThem(request, 'verification'),
  say: 'Wait for the person to answer the questions. You can fail the verification earlier, with a note.',
  why: 'Verification questions: the window runs from the day after sending; then the system fails it.',
  steps: () => [{ command: 'fail-verification', label: 'Fail verification', aside: true }],
}

const readReply: Guide = {
  when: request => unanswered(request) && repliedTo(request, 'verification'),
  say: 'The person wrote a reply instead of answering in the form. Read it, then pass or fail the verification, or ask again.',
  why: 'Response windows: any answer closes the window and makes it support’s turn.',
  steps: request => [
    { command: 'pass-verification', label: 'Pass verification', ...ofPrivacy(request) },
    { command: 'fail-verification', label: 'Fail verification' },
    sendAgain(request),
  ],
}

const askOnceMore: Guide = {
  when: request =>
    unanswered(request) && mayAskAgain(request, 'verification') && !repliedTo(request, 'verification'),
  say: 'The questions are unanswered and nobody waits for them any more. Send them again, or fail the verification with a note.',
  why: 'Response windows: a question that was closed without an answer, or did not arrive, is asked again.',
  steps: request => [sendAgain(request), { command: 'fail-verification', label: 'Fail verification' }],
}

const judgeAnswers: Guide = {
  when: request =>
    asking(request) && Boolean(verificationOf(request)?.answeredAt) && !verificationOf(request)?.result,
  say: 'Hold each answer against what the checks know, then pass or fail the verification.',
  why: 'Verification questions: one attempt, judged by a person; wrong answers are never told to the requester.',
  steps: request => [
    { command: 'pass-verification', label: 'Pass verification', ...ofPrivacy(request) },
    { command: 'fail-verification', label: 'Fail verification' },
  ],
}

const decideWithout: Guide = {
  when: request => asking(request) && privacyJudges(request),
  say: 'The person says that they can’t know the answers. Privacy decides whether what proves their authority is enough, or looks for another way with them.',
  why: 'Questions to somebody who asks for another person: nobody is failed for what they can’t know.',
  steps: () => [
    { command: 'waive-verification', label: 'Go on without answers' },
    { command: 'fail-verification', label: 'Fail verification', who: ['privacy'] },
  ],
}

const requestReview: Guide = {
  when: request => reviewing(request) && !reviewOf(request),
  say: 'The account is blocked or banned. Ask Trust & Safety for a security review and give the link to their issue.',
  why: 'Blocked or banned: nothing is deleted before Trust & Safety has decided.',
  steps: (_request, systems) => [
    {
      command: 'request-security-review',
      label: 'Security Review Requested',
      ...(!opensIssues(systems) && { needs: ['issue'] }),
    },
  ],
}

const recordReview: Guide = {
  when: request => reviewing(request) && reviewOf(request)?.result === null,
  say: 'Wait for Trust & Safety, then record whether the account was unblocked or stays blocked.',
  why: 'Security review: unblocked: the request continues as normal; denied ends the request.',
  steps: () => [
    { command: 'record-security-review', label: 'Security Review Complete', preset: { result: 'unblocked' } },
    { command: 'record-security-review', label: 'Security Review Denied', preset: { result: 'denied' } },
  ],
}

export const questionGuides: readonly Guide[] = [
  decideWithout,
  askQuestions,
  judgeAnswers,
  readReply,
  askOnceMore,
  awaitAnswers,
]
export const reviewGuides: readonly Guide[] = [requestReview, recordReview]

/** Somebody can work now. */
export const hasWork = (request: PrivacyRequest): boolean =>
  blockedBy(request) === null && openTasks(request).some(task => task.team !== 'system')

/** Nobody has to do anything while connected systems do all there is to do. */
export const systemsWork: Guide = {
  when: request =>
    hasWork(request) && openTasks(request).every(task => task.team === 'system' || isRunning(task)),
  say: 'Connected systems are doing the work. You can leave; if something needs a person, the task says so.',
  why: 'Steps done by systems: each is ticked once it is true, with the evidence.',
  steps: () => [],
}

const hasDoable = (request: PrivacyRequest, systems: readonly ConnectedSystem[]) =>
  openTasks(request).some(task =>
    task.steps.some(({ key, doneAt }) => !doneAt && stepDoers(request, task, key, systems).length > 0),
  )

export const workTasks: Guide = {
  // Where a question was left unanswered, its guide has this work as well.
  when: request => hasWork(request) && !isUnclarified(request),
  say: (request, systems) =>
    hasDoable(request, systems)
      ? 'Work the open tasks. Connected systems do the steps that you begin; tick the others in order, and resolve what is left.'
      : 'Work the open tasks. Tick the steps in order, then resolve each task.',
  why: 'Tasks: the checklist is worked in order, and “Complete” needs every step.',
  steps: (request, systems) =>
    openTasks(request)
      .filter(task => task.team !== 'system')
      // The user's own deletion does its work: the message completes it.
      .filter(task => !(taskPlans.get(task.key)?.erasesAccount && deletedByOwner(request)))
      .flatMap(task => taskSteps(request, task, systems).filter(step => !isKept(request, task, step))),
}

/** A destructive step that waits for an access or export of the same account. */
const isKept = (request: PrivacyRequest, task: Task, { preset }: NextStep): boolean =>
  waitsFor(request) !== undefined &&
  task.steps.some(step => step.destructive && (preset?.step ?? step.key) === step.key)

/** The Zendesk/cDot search is open from the start. */
export const searchEarly: Guide = {
  when: request =>
    request.state === 'verifying' &&
    originalsOf(request).length === 0 &&
    openHolds(request).length === 0 &&
    searches(request).length > 0,
  say: 'Meanwhile, search Zendesk and the Customers Portal.',
  why: 'Zendesk/cDot: the search is open from the start; deletions follow only once everything is verified.',
  steps: (request, systems) => searches(request).flatMap(task => taskSteps(request, task, systems)),
}

const searches = (request: PrivacyRequest) =>
  openTasks(request).filter(task => taskPlans.get(task.key)?.by === 'found')
