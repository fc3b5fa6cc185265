import { z } from 'zod'
import { ACCOUNT_DIRECTORY } from '../../account/checks'
import { requestCommand } from '../../machine/command'
import type { Facts } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { routeAfterChecks } from '../../machine/flow'
import { notReached } from '../../machine/not-reached'

/** Where it was looked up, by the name of the system. */
function whereIn(source: Facts[string] | undefined): string {
  if (typeof source !== 'string') return ''
  return ` in ${source === ACCOUNT_DIRECTORY ? 'the account directory' : source}`
}

/** The worker brings what the look-up answered; the answers are frozen and decide where the request goes. */
export const recordCheckResults = requestCommand({
  name: 'record-check-results',
  label: 'Record the checks’ answers',
  may: 'What the system does automatically',
  who: ['system'],
  says: {
    history: ({ accountFound, source }) =>
      `looked the account up${whereIn(source)} and found ${accountFound ? 'it' : 'none'}`,
  },
  from: ['checking'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({}),
  wantsFreshChecks: () => true,
  decide(request, _input, context) {
    if (!context.lookUp?.reached) return notReached(context)
    const { source, facts, emails } = context.lookUp
    const draft = new Draft(request, context)
    const round = {
      id: context.newId(),
      round: request.round,
      purpose: 'intake' as const,
      source,
      note: null,
      recordedById: null,
      at: context.now,
      facts,
    }
    draft.set({ checks: [...request.checks, round], accountEmails: [...emails] })
    draft.fact({ source, accountFound: facts.account !== null })
    return routeAfterChecks(draft, facts).done()
  },
})
