import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { resumeAfterHold, runsChecksAgain } from '../../machine/hold-end'
import { openHolds } from '../../request/current'

/** Privacy resumes the work, with a note. The checks run again first. */
export const releaseHold = requestCommand({
  name: 'release-hold',
  label: 'Release the hold',
  may: 'Release a hold',
  who: ['privacy'],
  says: {
    before:
      'The hold ends now. The account is looked up again first; if nothing has changed, the work continues.',
    done: 'The hold is released.',
    mailsToo: true,
    history: ({ released }) => `released the hold (${inWords(released)})`,
  },
  from: ['checking', 'verifying', 'processing'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  input: z.object({ note: z.string().trim().min(1).max(2000), hold: z.string().optional() }),
  form: [{ name: 'note', label: 'Why it may continue' }],
  wantsFreshChecks: runsChecksAgain,
  decide(request, input, context) {
    const open = openHolds(request)
    const held = input.hold
      ? open.find(window => window.id === input.hold)
      : (open.find(window => window.reason !== 'authority') ?? open[0])
    if (!held) return refuse('hold-not-open')
    if (held.reason === 'authority') return refuse('use-command', 'validate-authority')
    const draft = new Draft(request, context).changeHold(held.id, {
      releasedAt: context.now,
      releasedBy: context.actor.kind === 'staff' ? context.actor.role : 'system',
      releasedNote: input.note,
    })
    if (held.reason === 'objection') markRead(draft, 'objection')
    return resumeAfterHold(draft.fact({ released: held.reason }), held, { accepted: true })
  },
})
