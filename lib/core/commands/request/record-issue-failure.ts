import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

/** No connected system could open an issue: a person does it, with its text from Details. */
export const recordIssueFailure = requestCommand({
  name: 'record-issue-failure',
  label: 'Leave an issue to a person',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: 'could not open an issue and left it to a person' },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  keepsVersion: true,
  input: z.object({
    about: z.enum(['escalation', 'security-review']),
    /** No personal data. */
    problem: z.string().max(600),
  }),
  decide: (request, { about, problem }, context) =>
    new Draft(request, context)
      .note(
        `${problem} So no issue was opened for the ${about === 'escalation' ? 'question to Privacy' : 'security review'}. Open it by hand and keep its link here.`,
      )
      .fact({ about })
      .done(),
})
