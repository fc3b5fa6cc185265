import { z } from 'zod'
import { actsForLiving, subjectMayBeAsked } from '../../derived/acting'
import { shownRatingOf } from '../../derived/authority-given'
import { carriedOutBy } from '../../derived/four-eyes'
import { namedByPrivacy } from '../../derived/named-account'
import { repliedTo } from '../../derived/question-mail'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance, rateRisk } from '../../machine/flow'
import { compareAgain } from '../../machine/fresh-checks'
import { notReached } from '../../machine/not-reached'
import { authority, rejectAuthority } from '../../machine/requirements/authority'
import { currentRequirement } from '../../machine/requirements/index'
import { endsByChecks } from '../../machine/screens/ends-by-checks'
import { accountOf, authorityOf, openHolds } from '../../request/current'

/**
 * Privacy says whether the requester may act for somebody else; only this ends the authority's hold. For somebody who has
 * died `username` names the account where the address didn't find it; `confirmation` has somebody who is alive confirm it.
 */
export const validateAuthority = requestCommand({
  name: 'validate-authority',
  label: 'Validate the authority',
  may: 'Validate the authority',
  who: ['privacy'],
  says: {
    before:
      'The authority counts as valid and the hold ends. The account is looked up again first; the person who validates can’t carry out the deletion.',
    done: 'The authority is validated.',
    history: ({ authority }) =>
      authority === 'valid' ? 'validated the authority' : 'found the authority not established',
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    valid: z.boolean(),
    note: z.string().trim().min(1).max(2000),
    username: z.string().trim().min(1).max(255).optional(),
    confirmation: z.boolean().default(false),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  form: [
    { name: 'note', label: 'What you read and why it is enough' },
    {
      name: 'username',
      label: 'Username of the account',
      hint: 'Only where the address didn’t find it, and the person has died.',
    },
  ],
  carries: [
    {
      message: 'authority-not-established',
      preset: { valid: false },
      form: [{ name: 'note', label: 'What is missing', hint: 'For the history; never part of the message.' }],
    },
  ],
  wantsFreshChecks: (request, input) => input.valid && typeOf(request).looksUp,
  looksUpBy: (_request, { username }) => (username ? { username } : undefined),
  decide(request, { valid, note, username, confirmation, ...edited }, context) {
    const open = authorityOf(request)
    const held = openHolds(request).find(hold => hold.reason === 'authority')
    if (currentRequirement(request) !== authority || !open || !held) return refuse('authority-not-open')
    if (carriedOutBy(request, context)) return refuse('four-eyes')
    const draft = new Draft(request, context).closeWindow('documents', 'privacy')
    // What came with the documents or in their place, and the account's own objection, are what is judged.
    markRead(draft, 'documents', ...(repliedTo(request, 'documents') ? ['reply'] : []))
    if (!valid) return rejectAuthority(markRead(draft, 'objection'), note, edited).done()
    if (username && !typeOf(request).matchesSuccessor) return refuse('contradiction', 'username')
    if (confirmation && !subjectMayBeAsked(request)) return refuse('contradiction', 'confirmation')
    const { looksUp } = typeOf(request)
    if (looksUp && !context.lookUp?.reached) return notReached(context)
    const known = accountOf(request)
    const named = context.lookUp?.reached ? context.lookUp.facts.account : null
    if (username && !named) return refuse('invalid-input', 'username')
    if (username && known && known.accountId !== named?.accountId) return refuse('contradiction', 'username')
    const { now, actor } = context
    const decidedById = actor.kind === 'staff' ? actor.id : null
    const confirmationAskedAt = confirmation ? now : null
    const decided = { ...open, result: 'valid' as const, decidedAt: now, decidedById, confirmationAskedAt }
    draft.set({
      authorities: draft.next.authorities.map(authority => (authority.id === open.id ? decided : authority)),
    })
    draft.changeHold(held.id, { releasedAt: now, releasedBy: 'privacy', releasedNote: note })
    draft.note(`Authority validated: ${note}`).fact({ authority: 'valid' })
    if (confirmation) draft.fact({ confirmationAsked: true })
    const rated = shownRatingOf(draft.next)
    if (rated) draft.fact({ rating: rated.rating, score: rated.score })
    if (username && !known) nameAccount(draft)
    else {
      // What the checks decide was withheld until now; what an account that is gone leaves to do goes by it.
      if (actsForLiving(draft.next) && endsByChecks(draft)) return draft.done()
      if (looksUp && compareAgain(draft) === 'changed') return draft.done()
    }
    return advance(draft).done()
  },
})

/** The account that Privacy named becomes the one that was checked: it is rated now, and its own addresses are told. */
function nameAccount(draft: Draft): void {
  const { lookUp, newId, now, actor } = draft.context
  if (!lookUp?.reached) return
  const { source, facts, emails } = lookUp
  const recordedById = actor.kind === 'staff' ? actor.id : null
  const { round } = draft.next
  const named = {
    id: newId(),
    round,
    purpose: 'intake' as const,
    source,
    note: namedByPrivacy,
    recordedById,
    at: now,
    facts,
  }
  const accountId = facts.account?.accountId ?? null
  draft.set({ checks: [...draft.next.checks, named], accountId, accountEmails: [...emails] })
  rateRisk(draft)
  draft.effect({ kind: 'warn-account' })
}
