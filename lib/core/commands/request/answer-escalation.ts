import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { endEscalation } from '../../machine/proceedings/end-escalation'

/** Privacy answers; the request is support's again. */
export const answerEscalation = requestCommand({
  name: 'answer-escalation',
  label: 'Answer',
  may: 'Answer escalations',
  who: ['privacy'],
  says: {
    before: 'The question is answered, and the request is support’s again.',
    done: 'The question is answered.',
    history: 'answered the question to Privacy',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ answer: z.string().trim().min(1).max(4000) }),
  form: [{ name: 'answer', label: 'Answer' }],
  decide: (request, { answer }, context) => endEscalation(request, 'answered', answer, context),
})
