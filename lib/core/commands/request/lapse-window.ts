import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { windowRule } from '../../machine/windows'
import { isPaused } from '../../request/paused-windows'
import { unreadMessages } from '../../request/unread'

/**
 * A response window has run out, and the system acts. While a hold is open, windows don't run out; while something of the person's
 * is unread, nothing ends.
 */
export const lapseWindow = requestCommand({
  name: 'lapse-window',
  label: 'A response window ran out',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: ({ lapsed }) => `let the window for ${inWords(lapsed)} run out` },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ window: z.string() }),
  decide(request, input, context) {
    const window = request.windows.find(candidate => candidate.id === input.window)
    if (!window || window.closedAt || window.endsAt >= context.now) return refuse('illegal-state')
    if (isPaused(request, window.reason)) return refuse('on-hold')
    // The clock of somebody else's window must not end what the person has just written about.
    if (unreadMessages(request).length > 0) return refuse('unread-message')
    const draft = new Draft(request, context).fact({ lapsed: window.reason })
    draft.closeWindow(window.reason, 'system')
    const { isAwaited, lapse } = windowRule(window.reason)
    return isAwaited(request) ? lapse(draft).done() : draft.done()
  },
})
