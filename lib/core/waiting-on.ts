import {
  blockingExceptions,
  openHolds,
  openTasks,
  originalsOf,
  reviewOf,
  troubledMessages,
  verificationOf,
} from './current'
import { mayReopen } from './reopening'
import type { Request } from './request'
import { requestTypes } from './request-types/index'
import { deletedByOwner, questionsOpen } from './verification/needed'

export type WaitingOn = 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'

/** Whose turn it is. The queue filters on the same answer, kept as a column by the store. */
export function waitingOn(request: Request): WaitingOn {
  if (request.state === 'closed') return afterTheEnd(request)
  if (troubledMessages(request).length > 0) return 'support'
  if (request.state === 'submitted') return 'requester'
  if (request.state === 'checking') return request.checksFailedAt ? 'support' : 'system'
  if (originalsOf(request).length > 0) return 'support'
  const holds = openHolds(request)
  if (holds.length > 0) return holds.every(hold => hold.until) ? 'system' : 'privacy'
  if (request.state === 'verifying') return whileVerifying(request)
  return whileProcessing(request)
}

function afterTheEnd(request: Request): WaitingOn {
  if (!request.lateReplyAt) return troubledMessages(request).length > 0 ? 'support' : 'nobody'
  return mayReopen('support-engineer', request) ? 'support' : 'privacy'
}

function whileVerifying(request: Request): WaitingOn {
  if (requestTypes.get(request.type)?.tasks.length === 0) return 'privacy'
  if (deletedByOwner(request)) return 'support'
  if (questionsOpen(request)) {
    const verification = verificationOf(request)
    return verification && !verification.answeredAt ? 'requester' : 'support'
  }
  const review = reviewOf(request)
  return review && !review.result ? 'team' : 'support'
}

function whileProcessing(request: Request): WaitingOn {
  if (blockingExceptions(request).length > 0) return 'privacy'
  const open = openTasks(request)
  if (open.some(task => task.team === 'support-engineer') || (deletedByOwner(request) && !request.handled))
    return 'support'
  if (open.some(task => task.team === 'privacy')) return 'privacy'
  return open.some(task => task.team !== 'system') ? 'team' : 'system'
}
