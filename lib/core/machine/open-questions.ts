import { awaitsClarification } from '../derived/clarification'
import { repliedTo } from '../derived/question-mail'
import { openWindow } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { currentRequirement, requirements } from './requirements/index'
import type { AskKind } from './requirements/requirement'

export interface OpenQuestion {
  kind: AskKind
  /** The end of the window; null until the mail that asked has reached the mail server. */
  until: Date | null
  /** They wrote a free reply. They may still answer here, but it is our turn. */
  replied: boolean
}

/** All questions that wait for the person's answer; the person's page shows a form for each. */
export function openQuestions(request: PrivacyRequest): OpenQuestion[] {
  return [...requiredOf(request), ...clarificationOf(request)]
}

/** What we asked them to say more exactly; it goes beside the rest, and nothing waits for it. */
function clarificationOf(request: PrivacyRequest): OpenQuestion[] {
  if (!awaitsClarification(request)) return []
  const until = openWindow(request, 'clarification')?.endsAt ?? null
  return [{ kind: 'clarification', until, replied: false }]
}

function requiredOf(request: PrivacyRequest): OpenQuestion[] {
  if (request.state !== 'verifying') return []
  const current = currentRequirement(request)
  return requirements.flatMap(requirement => {
    const { ask } = requirement
    if (!ask?.isAsked(request) || (!ask.anytime && requirement !== current)) return []
    const until = openWindow(request, ask.window)?.endsAt ?? null
    return [{ kind: ask.kind, until, replied: repliedTo(request, ask.window) }]
  })
}

/** Whether this question waits for the person's answer. */
export const hasOpenQuestion = (request: PrivacyRequest, kind: AskKind): boolean =>
  openQuestions(request).some(ask => ask.kind === kind)
