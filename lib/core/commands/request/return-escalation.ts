import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { endEscalation } from '../../machine/proceedings/end-escalation'

/** Privacy returns the question with a comment on what is missing from it. */
export const returnEscalation = requestCommand({
  name: 'return-escalation',
  label: 'Return with a comment',
  may: 'Answer escalations',
  who: ['privacy'],
  says: {
    before: 'The question goes back to whoever asked, with what is missing from it.',
    done: 'The question is returned.',
    history: 'returned the question to Privacy with a comment',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ comment: z.string().trim().min(1).max(4000) }),
  form: [{ name: 'comment', label: 'Comment' }],
  decide: (request, { comment }, context) => endEscalation(request, 'returned', comment, context),
})
