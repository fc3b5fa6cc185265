import { appealName } from '../../deadlines/appeal'
import { openAppeal } from '../../request/current'
import type { Guide } from './guide'

/** An appealed outcome: Privacy reviews it. */
export const appealed: Guide = {
  when: request => request.state === 'closed' && Boolean(openAppeal(request)),
  say: 'The person disagrees with how this ended. Privacy looks at it again and answers, with reasons.',
  why: 'Appeals and complaints: the law gives them a clock of their own, which runs from the day they arrive.',
  steps: request => [
    {
      command: 'answer-appeal',
      label: `Answer the ${appealName[openAppeal(request)?.kind ?? 'appeal']}`,
      needs: ['decision'],
    },
  ],
}

/** A complaint about a request that is still open: its own work comes first, and continues. */
export const complained: Guide = {
  ...appealed,
  when: request => request.state !== 'closed' && Boolean(openAppeal(request)),
  say: 'The person complains about how this is handled. Privacy answers, with reasons.',
}
