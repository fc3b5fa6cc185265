import { isWithThem } from '../../derived/question-mail'
import { checksOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { endAsException } from '../end-as-exception'
import type { Requirement } from './requirement'

/** The person has the instructions for the checks that count now, and can ask for help. */
export const instructionsSent = (request: PrivacyRequest): boolean =>
  request.messages.some(
    message =>
      message.key === 'project-export-self-serve' && message.at >= (checksOf(request)?.at ?? message.at),
  )

/** People can export their projects themselves; we help those who ask for it. */
export const selfServe: Requirement = {
  key: 'self-serve',
  title: 'Self-serve',
  settledBy: ['ask-for-help'],
  windows: [
    {
      reason: 'self-serve',
      awaits: () => true,
      lapse: draft =>
        endAsException(
          draft.note('No answer to the self-serve instructions in 7 days'),
          'The user did not ask for help in 7 days',
          {
            message: 'request-closed',
            outcome: 'no-response',
            variables: { closed_because: 'We did not hear from you in time.' },
          },
        ),
    },
  ],
  ask: { kind: 'help', window: 'self-serve', isAsked: request => instructionsSent(request) },
  stage: { before: 'You try the export, or ask us for help', after: 'You asked us for help' },
  says: ['project-export-self-serve'],
  isOpen: request => request.helpAskedAt === null,
  waitingOn: request =>
    instructionsSent(request) && isWithThem(request, 'self-serve') ? 'requester' : 'support',
}
