import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

export const retryChecks = requestCommand({
  name: 'retry-checks',
  label: 'Retry the checks',
  may: 'Retry or record checks',
  who: supportAndPrivacy,
  says: {
    done: 'The checks run again.',
    history: 'had the checks run again',
  },
  from: ['checking'],
  to: ['checking'],
  input: z.object({}),
  decide: (request, _input, context) =>
    new Draft(request, context).set({ checksFailedAt: null }).effect({ kind: 'run-checks' }).done(),
})
