import { awaitsClarification } from '../derived/clarification'
import { mayReopen } from '../derived/reopening'
import { troubledMessages } from '../derived/troubled-messages'
import { deletedByOwner } from '../derived/verification/needed'
import {
  blockingExceptions,
  isUnread,
  openAppeal,
  openEscalation,
  openHolds,
  openTasks,
  originalsOf,
} from '../request/current'
import type { PrivacyRequest, WaitingOn } from '../request/request'
import { isRunning } from '../request/task'
import { unreadMessages } from '../request/unread'
import { currentRequirement } from './requirements/index'

/** Who has to act next. The store keeps the answer as a column for the queue's filter. */
export function waitingOn(request: PrivacyRequest): WaitingOn {
  const turn = turnOf(request)
  // Privacy took it over: what would be support's is theirs now, until they answer another question about it.
  const takenOver = request.escalations.at(-1)?.state === 'taken-over'
  return turn === 'support' && takenOver && request.state !== 'closed' ? 'privacy' : turn
}

function turnOf(request: PrivacyRequest): WaitingOn {
  if (request.state === 'closed')
    return openEscalation(request) || openAppeal(request) ? 'privacy' : afterTheEnd(request)
  if (troubledMessages(request).length > 0) return 'support'
  if (unreadMessages(request).length > 0) return readerOf(request)
  if (openEscalation(request)) return 'privacy'
  if (request.escalations.some(isUnread)) return 'support'
  if (request.state === 'submitted') return 'requester'
  if (request.state === 'checking') return request.checksFailedAt ? 'support' : 'system'
  if (originalsOf(request).length > 0) return 'support'
  const holds = openHolds(request)
  if (holds.length > 0) return onHold(request)
  if (request.state === 'verifying') return whileVerifying(request)
  return whileProcessing(request)
}

/** Who reads what the person wrote: Privacy what is said about an authority, an objection or a complaint, support everything else. */
function readerOf(request: PrivacyRequest): 'support' | 'privacy' {
  const objected = openHolds(request).some(hold => hold.reason === 'objection')
  const validating = request.state === 'verifying' && currentRequirement(request)?.key === 'authority'
  const complains = unreadMessages(request).every(({ key }) => key === 'complaint')
  return objected || validating || complains ? 'privacy' : 'support'
}

function afterTheEnd(request: PrivacyRequest): WaitingOn {
  const toRead = unreadMessages(request).length > 0 || request.escalations.some(isUnread)
  const open = toRead || troubledMessages(request).length > 0
  if (!request.lateReplyAt) return open ? 'support' : 'nobody'
  return mayReopen('support-engineer', request) ? 'support' : 'privacy'
}

function onHold(request: PrivacyRequest): WaitingOn {
  const holds = openHolds(request)
  const first = currentRequirement(request)
  if (request.state === 'verifying' && holds.length === 1 && holds[0]?.reason === 'authority' && first)
    return first.waitingOn(request)
  return holds.every(hold => hold.until) ? 'system' : 'privacy'
}

function whileVerifying(request: PrivacyRequest): WaitingOn {
  if (deletedByOwner(request)) return 'support'
  return currentRequirement(request)?.waitingOn(request) ?? 'support'
}

function whileProcessing(request: PrivacyRequest): WaitingOn {
  if (blockingExceptions(request).length > 0) return 'privacy'
  if (awaitsClarification(request)) return 'requester'
  const open = openTasks(request).filter(task => !isRunning(task))
  if (open.some(task => task.team === 'support-engineer') || (deletedByOwner(request) && !request.handled))
    return 'support'
  if (open.some(task => task.team === 'privacy')) return 'privacy'
  return open.some(task => task.team !== 'system') ? 'team' : 'system'
}
