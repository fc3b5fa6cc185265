import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { endEscalation } from '../../machine/end-escalation'

/** Privacy answers; the request is support's again. */
export const answerEscalation = requestCommand({
  name: 'answer-escalation',
  label: 'Answer',
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ answer: z.string().trim().min(1).max(4000) }),
  decide: (request, { answer }, context) => endEscalation(request, 'answered', answer, context),
})
