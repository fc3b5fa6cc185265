import { isClarified } from '../derived/clarification'
import { questionMail, repliedTo } from '../derived/question-mail'
import { typeOf } from '../handbook/request-types/type-of'
import type { PrivacyRequest } from '../request/request'
import type { WindowReason } from '../request/response-window'
import type { Draft } from './draft'
import { currentRequirement, requirements } from './requirements/index'

/** A response window: when a message may open it, and what the system does when it has run out. */
interface WindowRule {
  isAwaited(request: PrivacyRequest): boolean
  lapse(draft: Draft): Draft
}

const confirmation: WindowRule = {
  isAwaited: request => request.state === 'submitted',
  lapse: draft => {
    const { notConfirmed } = typeOf(draft.next)
    const variables = { closed_because: 'We did not hear from you in time.' }
    if (notConfirmed === 'no-response') draft.sendMessage('request-closed', { variables, bySystem: true })
    return draft.close(notConfirmed).effect({ kind: 'revoke-links' })
  },
}

/** Silence ends nothing here: it is support's turn again, with what the person has said so far. */
const clarification: WindowRule = {
  isAwaited: request =>
    ['verifying', 'processing'].includes(request.state) &&
    questionMail(request, 'clarification') !== undefined &&
    !isClarified(request),
  lapse: draft =>
    draft.effect({ kind: 'news-mail', to: draft.next.assigneeId, news: 'clarification-unanswered' }),
}

// The question must still be open: a mail accepted late, or after a retype, opens no window.
const ofRequirements = requirements.flatMap(requirement =>
  requirement.windows.map(({ reason, awaits, lapse }): [WindowReason, WindowRule] => [
    reason,
    {
      isAwaited: request =>
        request.state === 'verifying' &&
        currentRequirement(request) === requirement &&
        !repliedTo(request, reason) &&
        awaits(request),
      lapse,
    },
  ]),
)

const windowRules = new Map<WindowReason, WindowRule>([
  ['confirmation', confirmation],
  ['clarification', clarification],
  ...ofRequirements,
])

/**
 * The rule of a window.
 * @throws where nothing brings it
 */
export function windowRule(reason: WindowReason): WindowRule {
  const rule = windowRules.get(reason)
  if (!rule) throw new Error(`nothing brings the window ${reason}`)
  return rule
}
