import { awaitsClarification, isUnclarified } from '../../derived/clarification'
import { hasWork, workTasks } from './account-guides'
import type { Guide, NextStep } from './guide'

const why = 'Clarification: 7 days to answer; silence refuses nothing, and it is support’s turn again.'
const askAgain: NextStep = { command: 'ask-clarification', label: 'Ask again', aside: true }

/** The person has been asked what they mean: nothing is handed over on a guess, but nothing is stopped, either. */
export const clarifying: Guide = {
  when: request => request.state === 'processing' && awaitsClarification(request),
  say: 'Wait for the person to say what they mean. If you hear nothing in time, continue with what they have said so far.',
  why,
  steps: () => [],
}

/** The same while the request is verified, which doesn't wait for it. */
export const clarifyingStill: Guide = {
  when: request => request.state === 'verifying' && awaitsClarification(request),
  say: 'The person has been asked what they mean, and can still say so. Nothing waits for it here.',
  why,
  steps: () => [],
}

/** They said nothing in time: the work continues, or they are asked once more. */
export const unclarified: Guide = {
  when: request => isUnclarified(request) && hasWork(request),
  say: 'The person has not said what they mean, and their time to answer is over. Work the open tasks with what they have said so far, or ask again.',
  why,
  steps: (request, systems) => [...workTasks.steps(request, systems), askAgain],
}

/** The same, while something else comes first. */
export const unclarifiedStill: Guide = {
  when: request => isUnclarified(request) && !hasWork(request),
  say: 'The person has not said what they mean, and their time to answer is over. You can ask again.',
  why,
  steps: () => [askAgain],
}
