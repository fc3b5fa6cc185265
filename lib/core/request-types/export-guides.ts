import type { Request } from '../request'
import { exportRegion } from '../requirements/export-region'
import { selfServe } from '../requirements/self-serve'
import { currentRequirement } from './of'
import type { Guide } from './request-type'

const now = (request: Request, requirement: typeof selfServe) =>
  request.state === 'verifying' && currentRequirement(request) === requirement
const sent = (request: Request) => selfServe.waitingOn(request) === 'requester'

export const exportGuides: readonly Guide[] = [
  {
    when: request => now(request, exportRegion),
    say: 'Ask the person for the region; only some regions of this country are embargoed.',
    why: 'Export: Ukraine without a region must be asked for, not passed.',
    steps: () => [
      { command: 'record-region', label: 'Record the region' },
      { command: 'send-message', label: 'Ask the person', preset: { message: 'general-reply' } },
    ],
  },
  {
    when: request => now(request, selfServe) && !sent(request),
    say: 'Send Project Export Self-Serve: people can export their own projects.',
    why: 'Export: 7 days to ask for help; silence ends the request.',
    steps: () => [
      {
        command: 'send-message',
        label: 'Project Export Self-Serve',
        preset: { message: 'project-export-self-serve' },
      },
    ],
  },
  {
    when: request => now(request, selfServe) && sent(request),
    say: 'Wait for the person to say whether they need help.',
    why: 'Export: 7 days to ask for help; silence ends the request.',
    steps: () => [],
  },
]
