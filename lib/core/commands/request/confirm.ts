import { z } from 'zod'
import { requestCommand } from '../../command'
import { Draft } from '../../draft'

/** The requester confirms the mailbox by the mailed link; the checks start. */
export const confirm = requestCommand({
  name: 'confirm',
  label: 'Confirm my request',
  from: ['submitted'],
  to: ['checking'],
  who: ['requester'],
  input: z.object({}),
  decide: (request, _input, context) =>
    new Draft(request, context)
      .set({ confirmedAt: context.now })
      .closeWindow('confirmation', 'requester')
      .enter('checking')
      .effect({ kind: 'run-checks' })
      .done(),
})
