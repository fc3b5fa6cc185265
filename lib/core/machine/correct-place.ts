import { typeOf } from '../handbook/request-types/type-of'
import type { Draft } from './draft'
import { advance } from './flow'
import { endEmbargoed, isEmbargoed } from './screens/embargo'

/**
 * Puts where the person lives on the request. Another place is under another law, so the law is looked for anew and the due date
 * counted again from receipt; the embargo list is looked at again, too.
 */
export function correctPlace(
  draft: Draft,
  place: { country: string; region: string | null },
  note: string,
): Draft {
  const { country, region, lawBasis, dueRule, dueOn, state } = draft.next
  const moved = country !== place.country || region !== place.region
  draft.set({ ...place, placeConfirmedAt: draft.context.now }).note(note)
  if (moved) {
    const { next } = draft.set({ dueRule: '' }).recomputeDeadline()
    draft.fact({ dueRule: next.dueRule, lawBasis: next.lawBasis, dueOn: next.dueOn.toISOString() })
    if (next.dueRule !== dueRule) draft.fact({ dueRuleBefore: dueRule, lawBasisBefore: lawBasis })
    if (next.dueOn < dueOn) draft.fact({ earlier: true, past: next.dueOn < draft.context.now })
  }
  const working = state === 'verifying' || state === 'processing'
  if (!working) return draft
  const ends =
    typeOf(draft.next).screens.includes('embargo') && isEmbargoed(draft.next, draft.context.rules.embargoed)
  return ends ? endEmbargoed(draft) : advance(draft)
}
