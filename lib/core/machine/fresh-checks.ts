import { type AccountFacts, type CheckFacts, differences, isBarred } from '../account/checks'
import { withEarlier } from '../derived/account-addresses'
import { typeOf } from '../handbook/request-types/type-of'
import { taskPlans } from '../handbook/tasks/index'
import { checksOf, reviewOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { hasDestroyed } from '../request/task'
import type { Draft } from './draft'
import { settleWithoutDeletion } from './flow'
import { screensOf } from './screens/index'

/**
 * Compares the directory's current answers with the frozen ones (handbook, "Order that protects people"). Keeps the fresh
 * answers; on a difference it stops with a hold and asks a person, on a deleted account it goes the *already deleted* way.
 * Once the account's own deletion has begun, its absence is our work. The caller makes sure that the directory was reached.
 * @param accepted Privacy has looked at a change and lets it pass; later looks are held against what they saw
 */
export function compareAgain(
  draft: Draft,
  { accepted = false }: { accepted?: boolean } = {},
): 'same' | 'changed' | 'deleted' {
  const { lookUp, actor } = draft.context
  const known = lastAccepted(draft.next)
  if (!lookUp?.reached || !known) throw new Error('compareAgain needs frozen and fresh checks')
  const { facts } = lookUp
  const deleting = accountDeletionBegun(draft.next)
  const differing = differences(known, facts)
  if (!deleting) differing.push(...newlyBlocked(draft.next, known.account, facts.account))
  keepLook(draft, accepted && actor.kind === 'staff' ? actor.id : null)
  if (draft.next.handled || (deleting && isGone(facts))) return 'same'
  if (differing.length === 0 && facts.account?.accountState === 'deleted') return goneMeanwhile(draft, facts)
  if (differing.length === 0) return 'same'
  if (accepted) {
    draft.fact({ acceptedDifferences: differing })
    return 'same'
  }
  draft
    .hold('account-changed', { note: `Differs from the first checks: ${differing.join(', ')}` })
    .fact({ differing })
  draft.notifyTeam('privacy', 'privacy-notice', { reason: 'account-changed' })
  return 'changed'
}

/**
 * Keeps what a fresh look-up answered, with the addresses that it found.
 * @param recordedById who accepted what had changed
 */
export function keepLook(draft: Draft, recordedById: string | null = null): void {
  const { lookUp, newId, now } = draft.context
  if (!lookUp?.reached) return
  const { source, facts, emails } = lookUp
  const { round, checks, accountId, accountEmails } = draft.next
  const fresh = {
    id: newId(),
    round,
    purpose: 'fresh' as const,
    source,
    note: null,
    recordedById,
    at: now,
    facts,
  }
  draft.set({ checks: [...checks, fresh] })
  if (facts.account && facts.account.accountId === accountId)
    draft.set({ accountEmails: withEarlier(emails, accountEmails) })
}

/** A destructive step of the account's own deletion is done; what is deleted in other systems doesn't touch the account. */
const accountDeletionBegun = (request: PrivacyRequest): boolean =>
  request.tasks.some(task => taskPlans.get(task.key)?.erasesAccount && task.steps.some(hasDestroyed))

/** The account no longer exists. An address or a username that is still known belongs to a changed account. */
export const isGone = ({ emailExists, usernameExists, account }: CheckFacts): boolean =>
  account ? account.accountState === 'deleted' : !emailExists && !usernameExists

/** Where the account was to go, it is gone; where its data was to be handed over, there is nobody any more whose it is. */
function goneMeanwhile(draft: Draft, facts: CheckFacts): 'deleted' | 'same' {
  const type = typeOf(draft.next)
  const screen = screensOf(type).find(screen => screen.fits(draft, facts))
  if (type.deleted === 'settles') settleWithoutDeletion(draft, 'already-deleted')
  else if (screen) screen.end(draft.fact({ screen: screen.key }))
  else return 'same'
  return 'deleted'
}

/** The frozen answers, or the later ones that a person has accepted. */
function lastAccepted(request: PrivacyRequest): CheckFacts | undefined {
  const accepted = request.checks.findLast(
    check => check.round === request.round && check.purpose === 'fresh' && check.recordedById !== null,
  )
  return (accepted ?? checksOf(request))?.facts
}

/** We blocked or banned it since the first look-up, and no security review covers that state. */
function newlyBlocked(request: PrivacyRequest, was: AccountFacts | null, is: AccountFacts | null): string[] {
  const reviewed = typeOf(request).requirements.includes('security-review')
  return reviewed && isBarred(is) && !isBarred(was) && reviewOf(request)?.result !== 'unblocked'
    ? ['account state']
    : []
}
