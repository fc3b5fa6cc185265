import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { failVerification as end } from '../../machine/requirements/verification-questions'
import { supportAndPrivacy } from '../../people/permissions'
import { verificationOf } from '../../request/current'

/** Wrong answers, or none that will come: the task becomes an exception with the note, and the request ends. */
export const failVerification = requestCommand({
  name: 'fail-verification',
  label: 'Fail verification',
  may: 'Verification',
  who: supportAndPrivacy,
  says: { history: 'failed the verification' },
  from: ['verifying'],
  to: ['closed'],
  input: z.object({
    note: z.string().trim().min(1).max(2000),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    {
      message: 'failed-verification',
      form: [
        {
          name: 'note',
          label: 'Why it failed',
          hint: 'For the task and the history; never part of the message.',
        },
      ],
    },
  ],
  decide(request, { note, ...edited }, context) {
    const verification = verificationOf(request)
    if (!verification || verification.result) return refuse('nothing-to-judge')
    const draft = markRead(new Draft(request, context), verification.answeredAt ? 'answers' : 'reply')
    return end(draft, note, edited).done()
  },
})
