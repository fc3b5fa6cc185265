import { z } from 'zod'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { optOut } from '../../machine/complete-task'
import { Draft } from '../../machine/draft'
import { startWorking } from '../../machine/flow'

/** The requester confirms the mailbox by the mailed link; the checks start, or the work where nothing is looked up. */
export const confirm = requestCommand({
  name: 'confirm',
  label: 'Confirm my request',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'confirmed the mailbox' },
  from: ['submitted'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  input: z.object({}),
  decide(request, _input, context) {
    const draft = new Draft(request, context)
      .set({ confirmedAt: context.now })
      .closeWindow('confirmation', 'requester')
      .enter('checking')
    // The opt-out that their browser signals, for the mailbox that they have just confirmed.
    if (request.keepOptOut) optOut(draft, [request.requesterEmail]).fact({ optOut: 'kept' })
    return typeOf(request).looksUp ? draft.effect({ kind: 'run-checks' }).done() : startWorking(draft).done()
  },
})
