import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { isPaused } from '../../request/paused-windows'
import type { WindowReason } from '../../request/response-window'

/** Who answers where it isn't the requester. */
const awaitedFrom: Partial<Record<WindowReason, string>> = {
  'owner-decision': 'your organisation’s owner',
  'subject-confirmation': 'the person you act for',
}

/** Two days before a window ends. */
export const sendReminder = requestCommand({
  name: 'send-reminder',
  label: 'Remind the requester',
  may: 'What the system does automatically',
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
      // The requester can't answer for somebody else, but may want to know, or to ask them.
      // Here silence ends nothing, so that the mail can't say that it does.
      ...(window.reason === 'clarification' && { clarifying: 'yes' }),
      ...(awaitedFrom[window.reason] && { awaited_from: awaitedFrom[window.reason] }),
    }
    const draft = new Draft(request, context)
      .changeWindow(window.id, { remindedAt: context.now })
      .sendMessage('reminder', { variables })
    // Silence ends the request unless the administrator has written, which only the team can look up.
    if (window.reason === 'owner-consent')
      draft.effect({ kind: 'news-mail', to: request.assigneeId, news: 'consent-ends-soon' })
    return draft.done()
  },
})
