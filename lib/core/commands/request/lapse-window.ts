import { z } from 'zod'
import { requestCommand } from '../../command'
import { openHolds, verificationOf } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { failed } from './fail-verification'

/** A response window has run out, and the system acts. While a hold is open, windows don't run out. */
export const lapseWindow = requestCommand({
  name: 'lapse-window',
  label: 'A response window ran out',
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  who: ['system'],
  input: z.object({ window: z.string() }),
  decide(request, input, context) {
    const window = request.windows.find(one => one.id === input.window)
    if (!window || window.closedAt || window.endsAt >= context.now) return refuse('illegal-state')
    if (openHolds(request).length > 0) return refuse('on-hold')
    const draft = new Draft(request, context).fact({ lapsed: window.reason })
    draft.changeWindow(window.id, { closedAt: context.now, closedBy: 'system' })
    if (window.reason === 'confirmation') {
      return request.state === 'submitted'
        ? draft.close('unconfirmed').effect({ kind: 'revoke-links' }).done()
        : draft.done()
    }
    if (verificationOf(request)?.answeredAt) return draft.done()
    return failed(draft, 'The user failed to respond to verification')
  },
})
