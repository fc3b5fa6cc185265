import { openEscalation } from '../../request/current'
import type { Guide, NextStep } from './guide'

/** What Privacy does with a question. */
export const escalationSteps: NextStep[] = [
  { command: 'answer-escalation', label: 'Answer' },
  { command: 'return-escalation', label: 'Return with a comment' },
  { command: 'take-over', label: 'Take over' },
]

export const escalated: Guide = {
  when: request => Boolean(openEscalation(request)),
  say: 'A question to Privacy is open. Privacy answers it, returns it with a comment, or takes the request over.',
  why: 'Escalation to Privacy: nothing is deleted while a question is open, and the legal clock keeps running.',
  steps: () => escalationSteps,
}
