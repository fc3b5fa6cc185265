import { z } from 'zod'
import { requestCommand } from '../../command'
import { taskOf, verificationOf } from '../../current'
import type { Decision } from '../../decision'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { supportAndPrivacy } from '../../permissions'
import { judged } from './pass-verification'

/** Wrong answers, or none that will come: the task becomes an exception with the note, and the request ends. */
export const failVerification = requestCommand({
  name: 'fail-verification',
  label: 'Fail verification',
  from: ['verifying'],
  to: ['closed'],
  who: supportAndPrivacy,
  input: z.object({
    note: z.string().trim().min(1).max(2000),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { note, subject, body }, context) {
    return failed(new Draft(request, context), note, { subject, body })
  },
})

/** The same end for failed and for silent verification; the note is never part of the message. */
export function failed(
  draft: Draft,
  note: string,
  edited?: { subject?: string | undefined; body?: string | undefined },
): Decision {
  const verification = verificationOf(draft.next)
  if (!verification || verification.result) return refuse('nothing-to-judge')
  draft.set({ verifications: judged(draft.next.verifications, verification.id, 'failed', draft.context) })
  const task = taskOf(draft.next, 'gitlab-deletion')
  if (task?.state === 'open') draft.resolveTask(task, 'exception', note)
  return draft
    .fact({ verification: 'failed' })
    .say('failed-verification', { edited })
    .close('not-verified')
    .done()
}
