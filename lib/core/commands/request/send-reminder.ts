import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { isPaused } from '../../request/paused-windows'

/** Two days before a window ends. */
export const sendReminder = requestCommand({
  name: 'send-reminder',
  label: 'Remind the requester',
  may: 'What the system does by itself',
  who: ['system'],
  says: { history: 'reminded the requester' },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  keepsVersion: true,
  input: z.object({ window: z.string() }),
  decide(request, input, context) {
    const window = request.windows.find(candidate => candidate.id === input.window)
    if (!window || window.closedAt || window.remindedAt) return refuse('illegal-state')
    if (!window.remindAt || window.remindAt > context.now || window.endsAt < context.now)
      return refuse('illegal-state')
    if (isPaused(request, window.reason)) return refuse('on-hold')
    const variables = {
      window_ends_on: window.endsAt.toISOString(),
      // The person can't answer for the owner, but may want to know, or to ask them.
      ...(window.reason === 'owner-decision' ? { awaited_from: 'your organisation’s owner' } : {}),
    }
    return new Draft(request, context)
      .changeWindow(window.id, { remindedAt: context.now })
      .sendMessage('reminder', { variables })
      .done()
  },
})
