import { z } from 'zod'
import { moveDays } from '../../deadlines/days'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

/** "I didn't ask for this": closes the request and mutes the mailbox for 7 days. */
export const disown = requestCommand({
  name: 'disown',
  label: 'I didn’t ask for this',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'said that they didn’t ask for this' },
  from: ['submitted'],
  to: ['closed'],
  input: z.object({}),
  decide: (request, _input, context) =>
    new Draft(request, context)
      .close('unconfirmed')
      .fact({ disowned: true })
      .effect({ kind: 'mute-mailbox', until: moveDays(context.now, 7, context.timeZone) })
      .effect({ kind: 'revoke-links' })
      .done(),
})
