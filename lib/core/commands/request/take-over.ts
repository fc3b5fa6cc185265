import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { endEscalation } from '../../machine/proceedings/end-escalation'

/** Privacy takes the request over: the question ends, and the person who took it becomes the assignee. */
export const takeOver = requestCommand({
  name: 'take-over',
  label: 'Take over',
  may: 'Answer escalations',
  who: ['privacy'],
  says: {
    before: 'The question ends, and the request is assigned to you.',
    done: 'Taken over.',
    history: 'took the request over',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({}),
  decide: (request, _input, context) =>
    endEscalation(request, 'taken-over', null, context, draft => {
      const { actor } = context
      return actor.kind === 'staff' && actor.via === 'browser' ? draft.set({ assigneeId: actor.id }) : draft
    }),
})
