import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

/** The look-up could not be reached after its retries: a person has to retry or record the checks. */
export const recordChecksFailure = requestCommand({
  name: 'record-checks-failure',
  label: 'Record that the checks failed',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: ({ source }) => `could not reach ${source ?? 'the directory'}` },
  from: ['checking'],
  to: ['checking'],
  input: z.object({
    /** Name of the connected system that didn't answer. */
    source: z.string().max(200).optional(),
  }),
  decide: (request, { source }, context) =>
    new Draft(request, context)
      .set({ checksFailedAt: context.now })
      .fact({ checks: 'unreachable', ...(source && { source }) })
      .done(),
})
