import type { CheckFacts } from '../account/checks'
import { emailKey } from '../account/matching'
import { dayOf, parseDay } from '../deadlines/days'
import { actsForLiving, needsAuthority } from '../derived/acting'
import { authorityGiven } from '../derived/authority-given'
import { blockedBy } from '../derived/tasks/blocked-by'
import { doneItems } from '../derived/tasks/done-items'
import { waitsFor } from '../derived/tasks/waits-for'
import { failedAttempts, isThirdAttempt } from '../derived/verification/attempts'
import { questionsNeeded } from '../derived/verification/needed'
import { handedOver } from '../files/downloads'
import { typeOf } from '../handbook/request-types/type-of'
import { taskPlans } from '../handbook/tasks/index'
import type { TaskPlan } from '../handbook/tasks/plan'
import { accountOf, blockingExceptions, openHolds, openTasks, taskOf } from '../request/current'
import { siblingsOf } from '../request/related'
import { rate } from '../risk/rating'
import type { Draft } from './draft'
import { openPlannedTasks, reviveTask } from './plan-tasks'
import { currentRequirement } from './requirements/index'
import { settlementOf } from './requirements/settlement'
import { endsByChecks } from './screens/ends-by-checks'

/** The checks decide how the request continues: closed, as another type, or to its tasks and requirements. */
export function routeAfterChecks(draft: Draft, facts: CheckFacts): Draft {
  const { account } = facts
  draft.set({ accountId: account?.accountId ?? null, checksFailedAt: null })
  // A person who acts for somebody learns nothing about the account before Privacy has validated that they may.
  const withheld = actsForLiving(draft.next) && !authorityGiven(draft.next)
  if (!withheld && endsByChecks(draft)) return draft
  if (account) {
    rateRisk(draft)
    warnPrimaryAddress(draft)
  }
  return startWorking(draft)
}

/** Opens the tasks and advances as far as the requirements allow. */
export function startWorking(draft: Draft): Draft {
  openPlannedTasks(draft)
  return advance(draft.enter('verifying'))
}

/** Rates the account anew; without an account, or for a type that has no rating, there is none. */
export function rateRisk(draft: Draft): void {
  const account = accountOf(draft.next)
  if (!account || !typeOf(draft.next).rated) return
  const { now, riskPolicy, newId } = draft.context
  const { email, country, round, ratings } = draft.next
  const context = {
    now,
    email,
    requestCountry: country,
    otherOpenRequests: siblingsOf(draft.next).length,
    failedVerifications: failedAttempts(draft.next),
  }
  const rated = rate(account, context, riskPolicy)
  draft.set({ ratings: [...ratings, { ...rated, id: newId(), round }] })
  if (isThirdAttempt(draft.next) && questionsNeeded(draft.next))
    draft.notifyTeam('privacy', 'privacy-notice', { reason: 'third-attempt' })
  const { rating, score, policyVersion } = rated
  // All of the desk reads the history, so it must not reveal what Details doesn't show yet.
  draft.fact(authorityGiven(draft.next) ? { rating, score, policyVersion } : { policyVersion })
}

/** Confirming through another mailbox than the account's primary address, a secondary one included, also tells the primary one. */
function warnPrimaryAddress(draft: Draft): void {
  const primary = accountOf(draft.next)?.email
  const warnsAnyway = needsAuthority(draft.next)
  if (primary && !warnsAnyway && emailKey(primary) !== emailKey(draft.next.requesterEmail))
    draft.sendMessage('security-notice', { to: 'account-address', bySystem: true })
}

/** Advances as far as the rules allow: into processing once every requirement is met, to the end once every task is done. */
export function advance(draft: Draft): Draft {
  if (draft.next.state === 'verifying') {
    if (actsForLiving(draft.next) && authorityGiven(draft.next) && endsByChecks(draft)) return draft
    const gone = accountOf(draft.next)?.accountState === 'deleted' && typeOf(draft.next).deleted === 'settles'
    if (gone && !draft.next.handled && authorityGiven(draft.next))
      return settleWithoutDeletion(draft, 'already-deleted')
    const open = currentRequirement(draft.next)
    if (open) {
      open.start?.(draft)
      return draft
    }
    draft.enter('processing')
    holdForSubscription(draft)
    startWork(draft)
  }
  if (draft.next.state !== 'processing') return draft
  openFollowUps(draft)
  return finishWhenDone(draft)
}

/** After something stopped stopping the work: the system's own tasks start, and what is done already ends the request. */
export function goOn(draft: Draft): Draft {
  if (draft.next.state !== 'processing') return draft
  startWork(draft)
  return advance(draft)
}

/** A subscription that ends in the future stops the deletion until the end of that day (individual deletion). */
function holdForSubscription(draft: Draft): void {
  const endsOn = accountOf(draft.next)?.subscriptionEndsOn
  if (!typeOf(draft.next).subscriptionHold || !endsOn || draft.next.handled === 'already-deleted') return
  const { timeZone, now } = draft.context
  if (parseDay(endsOn).toString() < dayOf(now, timeZone).toString()) return
  draft.holdUntilDay('subscription', endsOn, { subscriptionEndsOn: endsOn })
  draft.sendMessage('on-hold', { variables: { hold_until: endsOn }, bySystem: true })
  draft.notifyTeam('privacy', 'privacy-notice', { reason: 'subscription-hold' })
}

/** Starts what may only run in processing, not on hold: the system's own tasks. */
export function startWork(draft: Draft): void {
  if (blockedBy(draft.next) || waitsFor(draft.next)) return
  for (const task of openTasks(draft.next).filter(task => task.team === 'system'))
    draft.effect({ kind: 'system-task', taskId: task.id })
}

/** Opens a deletion task per system in which the person was found, once no hold or exception stops them; support engineers never delete there. */
function openFollowUps(draft: Draft): void {
  if (openHolds(draft.next).length > 0 || blockingExceptions(draft.next).length > 0) return
  const planned = typeOf(draft.next).tasks.map(task => task.key)
  // What was found for a former type is not to be deleted for this one.
  for (const { key, found } of draft.next.tasks.filter(task => planned.includes(task.key))) {
    const followUps = taskPlans.get(key)?.followUps
    if (!found || !followUps) continue
    for (const plan of [
      found.customersPortal && followUps.customersPortal,
      found.zendesk && followUps.zendesk,
    ])
      if (plan) openOrRevive(draft, plan)
  }
}

function openOrRevive(draft: Draft, plan: TaskPlan): void {
  const existing = taskOf(draft.next, plan)
  if (!existing) draft.openTask(plan)
  else if (existing.state === 'cancelled') reviveTask(draft, existing.id)
}

/**
 * Something else has deleted the account: its task is complete, and only the verified rest continues.
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
  // What was withheld from a person who acts for somebody decides first: the type says which questions were required.
  if (draft.next.state === 'verifying' && actsForLiving(draft.next) && endsByChecks(draft)) return draft
  const { closes, remaining, staying } = settlementOf(draft.next)
  draft.set({ handled }).fact({ handled })
  const variables = { remaining_items: remaining, staying_items: staying }
  draft.sendMessage(key, { edited, variables, bySystem: edited === undefined })
  const task = draft.next.tasks.find(task => taskPlans.get(task.key)?.erasesAccount)
  if (task?.state === 'open') draft.resolveTask(task, 'complete', why)
  if (closes) return draft.close('already-deleted')
  return advance(draft.closeWindows('handled'))
}

/** Nothing open and nothing that blocks: the closing message, naming only what was really done, and the end. */
function finishWhenDone(draft: Draft): Draft {
  const { next } = draft
  if (openTasks(next).length > 0 || next.tasks.length === 0 || blockedBy(next)) return draft
  // Where the type continues without an account, that there was none is told with everything else that was done.
  if (typeOf(next).looksUp && !accountOf(next))
    return draft
      .sendMessage('no-account-found', { variables: doneItems(next), bySystem: true })
      .close('no-account')
  const { until } = handedOver(next, draft.context.now, draft.context.timeZone) ?? {}
  const variables = { ...doneItems(next), ...(until && { download_until: until.toISOString() }) }
  draft.sendMessage('request-fulfilled', { variables, bySystem: true })
  return draft.close(next.handled === 'already-deleted' ? 'already-deleted' : 'fulfilled')
}
