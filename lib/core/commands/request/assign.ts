import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/** Gives the request to a person, or to nobody. The door refuses an id of nobody who works here. */
export const assign = requestCommand({
  name: 'assign',
  label: 'Assign',
  may: 'Assign',
  who: supportAndPrivacy,
  says: {
    done: 'Assigned.',
    history: ({ assignee }) => `${assignee ? 'assigned' : 'took everybody off'} the request`,
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ to: z.string().max(100).nullable() }),
  decide: (request, { to }, context) =>
    new Draft(request, context)
      .set({ assigneeId: to || null })
      .fact({ assignee: to || null })
      .done(),
})
