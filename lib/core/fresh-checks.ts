import { differences } from './checks'
import { accountOf, checksOf } from './current'
import type { Draft } from './draft'
import { settleWithoutDeletion } from './flow'

/**
 * Holds what the directory says now against the frozen answers (handbook, "Order that protects people"). Keeps the fresh
 * answers; on a difference it stops with a hold and asks a person, on a deleted account it goes the *already deleted* way.
 * The caller makes sure that the directory was reached.
 */
export function compareAgain(
  draft: Draft,
  { accepted = false }: { accepted?: boolean } = {},
): 'same' | 'changed' | 'deleted' {
  const { lookUp, newId, now } = draft.context
  const frozen = checksOf(draft.next)
  if (!lookUp?.reached || !frozen) throw new Error('compareAgain needs frozen and fresh checks')
  const { source, facts } = lookUp
  const fresh = {
    id: newId(),
    round: draft.next.round,
    purpose: 'fresh' as const,
    source,
    note: null,
    recordedById: null,
    at: now,
    facts,
  }
  const differing = differences(frozen.facts, facts)
  const wasDeleted = accountOf(draft.next)?.accountState === 'deleted'
  draft.set({ checks: [...draft.next.checks, fresh] })
  if (
    facts.account?.accountState === 'deleted' &&
    !wasDeleted &&
    !draft.next.handled &&
    differing.length === 0
  ) {
    settleWithoutDeletion(draft, 'already-deleted')
    return 'deleted'
  }
  if (differing.length === 0 || accepted) {
    if (accepted && differing.length > 0) draft.fact({ acceptedDifferences: differing })
    return 'same'
  }
  if (draft.next.handled) return 'same'
  draft
    .hold('account-changed', { note: `Differs from the first checks: ${differing.join(', ')}` })
    .fact({ differing })
  draft.tell('privacy', 'privacy-notice', { reason: 'account-changed' })
  return 'changed'
}
