import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

export const retryChecks = requestCommand({
  name: 'retry-checks',
  label: 'Retry the checks',
  from: ['checking'],
  to: ['checking'],
  input: z.object({}),
  decide: (request, _input, context) =>
    new Draft(request, context).set({ checksFailedAt: null }).effect({ kind: 'run-checks' }).done(),
})
