import { isWithThem, mayAskAgain, repliedTo } from '../../derived/question-mail'
import { exportRegion, isContradicted } from '../../machine/requirements/export-region'
import { currentRequirement } from '../../machine/requirements/index'
import { instructionsSent, selfServe } from '../../machine/requirements/self-serve'
import type { PrivacyRequest } from '../../request/request'
import type { Guide, NextStep } from './guide'

const now = (request: PrivacyRequest, requirement: typeof selfServe) =>
  request.state === 'verifying' && currentRequirement(request) === requirement
const sent = (request: PrivacyRequest) => now(request, selfServe) && instructionsSent(request)
const selfServeStep = (label: string): NextStep => ({
  command: 'send-message',
  label,
  preset: { message: 'project-export-self-serve' },
})

/** What finds out where somebody lives. */
export const placeSteps: readonly NextStep[] = [
  { command: 'correct-jurisdiction', label: 'Record where they live' },
  {
    command: 'send-message',
    label: 'Ask the person',
    preset: { message: 'general-reply' },
    needs: ['body'],
  },
]

export const regionGuides: readonly Guide[] = [
  {
    when: request => now(request, exportRegion) && !isContradicted(request),
    say: 'Ask the person for the region; only some regions of this country are embargoed.',
    why: 'Export: Ukraine without a region must be asked for, not passed.',
    steps: () => [...placeSteps],
  },
  {
    when: request => now(request, exportRegion) && isContradicted(request),
    say: 'The account has another country or region than the request. Ask the person where they live, and record it.',
    why: 'Export: a place that the account contradicts must be asked for, not passed.',
    steps: () => [...placeSteps],
  },
]

export const selfServeGuides: readonly Guide[] = [
  {
    when: request => now(request, selfServe) && !sent(request),
    say: 'Send Project Export Self-Serve: people can export their own projects.',
    why: 'Export: 7 days to ask for help; silence ends the request.',
    steps: () => [selfServeStep('Project Export Self-Serve')],
  },
  {
    when: request => sent(request) && repliedTo(request, 'self-serve'),
    say: 'The person wrote a reply. Record that they ask for help if it says so; otherwise answer, or send the instructions again.',
    why: 'Response windows: any answer closes the window and makes it support’s turn.',
    steps: () => [
      { command: 'ask-for-help', label: 'They ask for help' },
      selfServeStep('Send the instructions again'),
    ],
  },
  {
    when: request => sent(request) && mayAskAgain(request, 'self-serve') && !repliedTo(request, 'self-serve'),
    say: 'The instructions are unanswered and nobody waits for an answer any more. Send them again.',
    why: 'Response windows: a question that was closed without an answer, or did not arrive, is asked again.',
    steps: () => [selfServeStep('Send the instructions again')],
  },
  {
    when: request => sent(request) && isWithThem(request, 'self-serve'),
    say: 'Wait for the person to say whether they need help.',
    why: 'Export: 7 days to ask for help; silence ends the request.',
    steps: () => [],
  },
]
