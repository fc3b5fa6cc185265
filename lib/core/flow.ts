import type { CheckFacts } from './checks'
import { accountOf, blockingExceptions, openHolds, openTasks, taskOf } from './current'
import { dayOf, parseDay } from './deadlines/days'
import { doneItems } from './done-items'
import type { Draft } from './draft'
import { emailKey } from './matching'
import { requestTypes } from './request-types/index'
import type { RequestType } from './request-types/request-type'
import { asksQuestions } from './requirements/asks-questions'
import { rate } from './risk/rating'
import { customersPortalDeletion } from './tasks/customers-portal-deletion'
import { taskPlans } from './tasks/index'
import { zendeskCdotDeletion } from './tasks/zendesk-cdot-deletion'
import { zendeskDeletion } from './tasks/zendesk-deletion'
import { questionsOpen } from './verification/needed'

const typeOf = (draft: Draft): RequestType => {
  const type = requestTypes.get(draft.next.type)
  if (!type) throw new Error(`Unknown request type ${draft.next.type}`)
  return type
}

/** What the checks found decides where the request goes: nowhere, on as another type, or on to its tasks and requirements. */
export function routeAfterChecks(draft: Draft, facts: CheckFacts): Draft {
  const account = facts.account
  draft.set({ accountId: account?.accountId ?? null, checksFailedAt: null })
  if (!account && typeOf(draft).needsAccount)
    return draft.say('no-account-found', { bySystem: true }).close('no-account')
  if (account) {
    adoptType(draft)
    rateRisk(draft)
    warnPrimaryAddress(draft)
  }
  openPlannedTasks(draft)
  draft.enter('verifying')
  return account?.accountState === 'deleted'
    ? settleWithoutDeletion(draft, 'already-deleted')
    : advance(draft)
}

function adoptType(draft: Draft): void {
  const type = typeOf(draft)
  const becomes = accountOf(draft.next)?.enterprise ? type.enterpriseBecomes : type.individualBecomes
  const target = becomes ? requestTypes.get(becomes) : undefined
  if (target) draft.set({ type: target.key, subjectType: target.subjectType })
}

/** Rates the account anew; without an account, or for a type that has no rating, there is none. */
export function rateRisk(draft: Draft): void {
  const account = accountOf(draft.next)
  if (!account || !typeOf(draft).rated) return
  const { now, riskPolicy, newId } = draft.context
  const { email, country, round, siblings, ratings } = draft.next
  const context = { now, email, requestCountry: country, otherOpenRequests: siblings.length }
  const rated = rate(account, context, riskPolicy)
  draft.set({ ratings: [...ratings, { ...rated, id: newId(), round }] })
  draft.fact({ rating: rated.rating, score: rated.score, policyVersion: rated.policyVersion })
}

/** Confirming through another mailbox than the account's primary address, a secondary one included, also tells the primary one. */
function warnPrimaryAddress(draft: Draft): void {
  const primary = accountOf(draft.next)?.email
  if (primary && emailKey(primary) !== emailKey(draft.next.requesterEmail))
    draft.say('security-notice', { to: 'account-address', bySystem: true })
}

/** Copies the type's plan to rows; tasks of a former plan that are still open are cancelled, cancelled ones come back. */
export function openPlannedTasks(draft: Draft): void {
  const plan = typeOf(draft).tasks
  const planned = new Set(plan.map(one => one.key))
  for (const task of openTasks(draft.next).filter(one => !planned.has(one.key))) {
    draft.changeTask(task.id, { state: 'cancelled', note: 'Cancelled: not part of this request type' })
  }
  for (const one of plan) {
    const existing = taskOf(draft.next, one.key)
    if (!existing) draft.openTask(one)
    else if (existing.state === 'cancelled') reviveTask(draft, existing.id)
  }
}

export const reviveTask = (draft: Draft, id: string): Draft =>
  draft.changeTask(id, {
    state: 'open',
    resolution: null,
    note: null,
    found: null,
    resolvedAt: null,
    resolvedById: null,
  })

/** Goes as far as the rules allow: into processing once every requirement is met, to the end once every task is done. */
export function advance(draft: Draft): Draft {
  if (draft.next.state === 'verifying' && typeOf(draft).tasks.length > 0) {
    const open = typeOf(draft).requirements.some(requirement => requirement.isOpen(draft.next))
    if (open) return draft
    draft.enter('processing')
    holdForSubscription(draft)
    startWork(draft)
  }
  if (draft.next.state !== 'processing') return draft
  openFollowUps(draft)
  return finishWhenDone(draft)
}

/** A subscription that ends in the future stops the deletion until the end of that day (individual deletion). */
function holdForSubscription(draft: Draft): void {
  const endsOn = accountOf(draft.next)?.subscriptionEndsOn
  if (!typeOf(draft).subscriptionHold || !endsOn || draft.next.handled === 'already-deleted') return
  const { timeZone, now } = draft.context
  if (parseDay(endsOn).toString() < dayOf(now, timeZone).toString()) return
  draft.holdUntilDay('subscription', endsOn, { subscriptionEndsOn: endsOn })
  draft.say('on-hold', { variables: { hold_until: endsOn }, bySystem: true })
  draft.tell('privacy', 'privacy-notice', { reason: 'subscription-hold' })
}

/** Starts what may only run in processing, not on hold: the system's own tasks. */
export function startWork(draft: Draft): void {
  if (draft.next.state !== 'processing' || openHolds(draft.next).length > 0) return
  for (const task of openTasks(draft.next).filter(one => one.team === 'system'))
    draft.effect({ kind: 'system-task', taskId: task.id })
}

/** Opens a deletion task per system in which the person was found, once nothing holds them up; support engineers never delete there. */
function openFollowUps(draft: Draft): void {
  const found = taskOf(draft.next, zendeskCdotDeletion.key)?.found
  if (!found || openHolds(draft.next).length > 0) return
  if (found.customersPortal && !taskOf(draft.next, customersPortalDeletion.key))
    draft.openTask(customersPortalDeletion)
  if (found.zendesk && !taskOf(draft.next, zendeskDeletion.key)) draft.openTask(zendeskDeletion)
}

/**
 * The account is gone or going without us: its task is complete, and only what was verified goes on.
 * @param edited what an engineer sends; absent where a check says so
 */
export function settleWithoutDeletion(
  draft: Draft,
  handled: 'own-deletion' | 'already-deleted',
  edited?: { subject?: string | undefined; body?: string | undefined },
): Draft {
  const key = handled === 'own-deletion' ? 'blocked-account-deletion-request' : 'account-already-deleted'
  const why =
    handled === 'own-deletion' ? 'The user deleted the account themselves' : 'The account was already deleted'
  const unverified = asksQuestions(draft.next) && questionsOpen(draft.next)
  draft.set({ handled }).fact({ handled })
  draft.say(key, { edited, bySystem: edited === undefined })
  const task = draft.next.tasks.find(one => taskPlans.get(one.key)?.erasesAccount)
  if (task?.state === 'open') draft.resolveTask(task, 'complete', why)
  if (unverified) return draft.close('already-deleted')
  return advance(draft)
}

/** Nothing open and nothing that blocks: *Request Fulfilled*, naming only what was really done, and the end. */
function finishWhenDone(draft: Draft): Draft {
  const { next } = draft
  const pending =
    openTasks(next).length > 0 || openHolds(next).length > 0 || blockingExceptions(next).length > 0
  if (pending || next.tasks.length === 0) return draft
  draft.say('request-fulfilled', { variables: doneItems(next), bySystem: true })
  return draft.close(next.handled === 'already-deleted' ? 'already-deleted' : 'fulfilled')
}
