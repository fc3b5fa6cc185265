import { refusals } from '@/lib/core/api/refusals'
import { type Eyes, takesOtherEyes } from '@/lib/core/derived/four-eyes'
import { mayAskAgain } from '@/lib/core/derived/question-mail'
import type { Reason } from '@/lib/core/derived/reasons'
import {
  deletedByOwner,
  questionsNeeded,
  questionsOpen,
  reviewNeeded,
} from '@/lib/core/derived/verification/needed'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { authority } from '@/lib/core/machine/requirements/authority'
import { currentRequirement } from '@/lib/core/machine/requirements/index'
import { ownerPermission } from '@/lib/core/machine/requirements/owner-permission'
import { instructionsSent, selfServe } from '@/lib/core/machine/requirements/self-serve'
import type { Role } from '@/lib/core/people/actor'
import { filesOf, originalsOf, permissionOf, reviewOf, verificationOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'

/** Commands with a form of their own, which needs more than a text. */
const takenElsewhere = ['extend-deadline', 'open-appeal', 'extend-appeal', 'answer-appeal']

const words = (reason: Reason) => refusals[reason].title

/** Why a message can't be sent in this situation; the same rules as its command's, told before anything is typed. */
function obstacle(key: string, request: PrivacyRequest, role: Role): string | undefined {
  const verification = verificationOf(request)
  const open = request.state !== 'closed'
  const asks = (level: 'medium' | 'high') =>
    request.state !== 'verifying' || questionsNeeded(request) !== level || deletedByOwner(request)
      ? words('questions-not-needed')
      : verification &&
          (verification.answeredAt || verification.result || !mayAskAgain(request, 'verification'))
        ? words('already-answered')
        : undefined
  switch (key) {
    case 'duplicate-request':
      return open && originalsOf(request).length > 0 ? undefined : words('not-a-duplicate')
    case 'medium-risk-gitlab-account-verification-question':
      return asks('medium')
    case 'high-risk-gitlab-account-verification-question':
      return asks('high')
    case 'failed-verification':
      return request.state === 'verifying' && verification && !verification.result
        ? undefined
        : words('nothing-to-judge')
    case 'blocked-account-deletion-request':
      return deletedByOwner(request) && !request.handled && open ? undefined : words('not-self-deleted')
    case 'account-already-deleted':
      return ['verifying', 'processing'].includes(request.state) && !request.handled
        ? undefined
        : words('illegal-state')
    case 'security-review-requested':
      if (request.state !== 'verifying' || !reviewNeeded(request)) return words('not-blocked')
      return questionsOpen(request)
        ? words('questions-first')
        : reviewOf(request)
          ? words('review-already-open')
          : undefined
    case 'security-review-complete':
    case 'security-review-denied': {
      const review = reviewOf(request)
      return request.state === 'verifying' && review && !review.result ? undefined : words('review-not-open')
    }
    case 'no-enterprise-admin-permission-deletion':
      return open && currentRequirement(request) === ownerPermission
        ? undefined
        : words('permission-not-asked')
    case 'documents-needed':
    case 'authority-not-established':
      if (role !== 'privacy') return 'Privacy validates the authority.'
      return request.state === 'verifying' && currentRequirement(request) === authority
        ? undefined
        : words('authority-not-open')
    case 'enterprise-user':
      if (request.state !== 'verifying' || currentRequirement(request) !== ownerPermission)
        return words('permission-not-asked')
      return permissionOf(request)?.consent || !mayAskAgain(request, 'owner-consent')
        ? words('already-answered')
        : undefined
    case 'project-export-self-serve':
      if (request.state !== 'verifying' || currentRequirement(request) !== selfServe)
        return words('illegal-state')
      return instructionsSent(request) && !mayAskAgain(request, 'self-serve')
        ? words('already-answered')
        : undefined
    case 'project-export-complete':
      return exportObstacle(request)
    case 'embargoed-country':
      return request.type === 'data-export' && open && request.state !== 'submitted'
        ? undefined
        : words('illegal-state')
    case 'request-refused':
      return !open ? words('illegal-state') : role === 'privacy' ? undefined : 'Privacy refuses requests.'
    case 'request-closed':
      if (!open) return words('illegal-state')
      if (request.erasureBegunAt) return words('erasure-begun')
      return request.messages.some(message => message.direction === 'in')
        ? undefined
        : words('mailbox-message-missing')
    case 'request-received':
      return request.state === 'submitted' ? undefined : words('illegal-state')
    default:
      return request.state === 'submitted' ? words('illegal-state') : undefined
  }
}

/** Sent by the task's completion, so it needs what that needs. */
function exportObstacle(request: PrivacyRequest): string | undefined {
  const task = request.tasks.find(task => taskPlans.get(task.key)?.handsOver === 'project-export-complete')
  if (task?.state !== 'open' || request.state !== 'processing') return words('illegal-state')
  if (filesOf(request, task.id).length === 0) return words('file-missing')
  return task.steps.some(step => !step.doneAt) ? words('steps-open') : undefined
}

/** Messages that staff can send, those that fit now first. */
export function templatesFor(
  request: PrivacyRequest,
  role: Role,
  eyes: Eyes,
): { key: string; name: string; because?: string }[] {
  const all = [...messageRules.values()]
    .filter(rule => rule.by !== 'system' && !takenElsewhere.includes(rule.by))
    .map(({ key, name }) => {
      const because = takesOtherEyes(request, key, eyes) ? words('four-eyes') : obstacle(key, request, role)
      return because ? { key, name, because } : { key, name }
    })
  return [...all.filter(template => !template.because), ...all.filter(template => template.because)]
}
