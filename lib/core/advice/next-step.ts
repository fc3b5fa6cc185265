import { commandOf } from '../commands/index'
import { type Eyes, takesOtherEyes } from '../derived/four-eyes'
import { requestTypes } from '../handbook/request-types/index'
import type { Actor } from '../people/actor'
import { mayRun } from '../people/permissions'
import type { PrivacyRequest } from '../request/request'
import type { ConnectedSystem } from '../systems/connected'
import type { NextStep } from './guides/guide'
import { guidesFor } from './guides/index'

export interface Advice {
  say: string
  why: string
  steps: NextStep[]
}

/**
 * Every advice that fits the request now, the most pressing first. The same for everybody; see `whyNot`.
 * @param systems that can do steps in place of people
 */
export function adviceFor(request: PrivacyRequest, systems: readonly ConnectedSystem[] = []): Advice[] {
  return guidesFor(requestTypes.get(request.type))
    .filter(guide => guide.when(request))
    .map(({ say, why, steps }) => ({
      say: typeof say === 'string' ? say : say(request, systems),
      why,
      steps: steps(request, systems),
    }))
}

/** Why this actor may not take the step now: it is not their role's, or four eyes ask for somebody else; null where they may. */
export function whyNot(
  request: PrivacyRequest,
  step: NextStep,
  eyes: Eyes,
): 'not-allowed' | 'four-eyes' | null {
  if (!mayTake(eyes.actor, request, step)) return 'not-allowed'
  const act = step.command === 'send-message' ? String(step.preset?.message) : step.command
  return takesOtherEyes(request, act, eyes) ? 'four-eyes' : null
}

/** True where this actor's role may take the step. */
export function mayTake(actor: Actor, request: PrivacyRequest, step: NextStep): boolean {
  const command = commandOf(step)
  if (!command) return false
  return mayRun(
    actor,
    step.who ?? command.who,
    request.tasks.find(task => task.id === step.taskId),
  )
}
