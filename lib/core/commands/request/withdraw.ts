import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'

/** The requester takes the request back, until the first destructive step is done. */
export const withdraw = requestCommand({
  name: 'withdraw',
  label: 'Withdraw my request',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'withdrew the request' },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['closed'],
  input: z.object({}),
  decide: (request, _input, context) =>
    request.erasureBegunAt
      ? refuse('erasure-begun')
      : new Draft(request, context)
          .sendMessage('request-closed', { variables: { closed_because: 'You asked us to stop.' } })
          .close('withdrawn')
          .done(),
})
