import { z } from 'zod'
import { waitsFor } from '../../derived/tasks/waits-for'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { startWork } from '../../machine/flow'
import { supportAndPrivacy } from '../../people/permissions'

/** The deletion doesn't wait for an open access or export of the same account, for a reason that is kept as a note. */
export const proceedDespite = requestCommand({
  name: 'proceed-despite',
  label: 'Go ahead all the same',
  may: 'Let a deletion go ahead of an open access or export',
  who: supportAndPrivacy,
  says: {
    before:
      'The deletion no longer waits for that request. What is deleted first can’t be handed over any more.',
    done: 'The deletion goes ahead.',
    history: 'let the deletion go ahead of another request',
  },
  from: ['checking', 'verifying', 'processing'],
  to: ['checking', 'verifying', 'processing'],
  input: z.object({ note: z.string().trim().min(1).max(2000) }),
  form: [{ name: 'note', label: 'Why it needn’t wait' }],
  decide(request, { note }, context) {
    const other = waitsFor(request)
    if (!other) return refuse('waits-for-nothing')
    const draft = new Draft(request, context)
      .set({ proceedsDespite: [...request.proceedsDespite, other.id] })
      .fact({ despite: other.reference })
      .note(`Goes ahead of ${other.reference}: ${note}`)
    startWork(draft)
    return draft.done()
  },
})
