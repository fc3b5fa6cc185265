import { awaitsClarification } from '../../derived/clarification'
import type { Guide } from './guide'

/** The person has been asked what they mean: nothing is handed over on a guess, but nothing is stopped, either. */
export const clarifying: Guide = {
  when: request => request.state === 'processing' && awaitsClarification(request),
  say: 'Wait for the person to say what they mean. If you hear nothing in time, continue with what they have said so far.',
  why: 'Clarification: 7 days to answer; silence refuses nothing, and it is support’s turn again.',
  steps: () => [],
}
