import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

/** The look-up could not be reached after its retries: a person has to retry or record the checks. */
export const recordChecksFailure = requestCommand({
  name: 'record-checks-failure',
  label: 'Record that the checks failed',
  may: 'What the system does by itself',
  who: ['system'],
  says: { history: 'could not reach the directory' },
  from: ['checking'],
  to: ['checking'],
  input: z.object({}),
  decide: (request, _input, context) =>
    new Draft(request, context).set({ checksFailedAt: context.now }).fact({ checks: 'unreachable' }).done(),
})
