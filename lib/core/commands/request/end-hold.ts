import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { openHolds } from '../../request/current'
import { resumeAfterHold, runsChecksAgain } from '../hold-end'

/** A hold's date has come. The directory is read again: Privacy decides about a renewed subscription, otherwise work resumes. */
export const endHold = requestCommand({
  name: 'end-hold',
  label: 'A hold ended',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: ({ released }) => `ended the hold, as its date had come (${inWords(released)})` },
  from: ['checking', 'verifying', 'processing'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  input: z.object({ hold: z.string() }),
  wantsFreshChecks: runsChecksAgain,
  decide(request, input, context) {
    const held = openHolds(request).find(candidate => candidate.id === input.hold)
    if (!held?.until || held.until >= context.now) return refuse('hold-not-open')
    const draft = new Draft(request, context).changeHold(held.id, {
      releasedAt: context.now,
      releasedBy: 'system',
      releasedNote: 'Its date has come',
    })
    return resumeAfterHold(draft.fact({ released: held.reason }), held, { accepted: false })
  },
})
