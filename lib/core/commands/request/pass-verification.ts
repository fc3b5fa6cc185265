import { z } from 'zod'
import { carriedOutBy } from '../../derived/four-eyes'
import { repliedTo } from '../../derived/question-mail'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { supportAndPrivacy } from '../../people/permissions'
import { verificationOf } from '../../request/current'

/** The answers are right. A reply written in place of the form counts as an answer, too. */
export const passVerification = requestCommand({
  name: 'pass-verification',
  label: 'Pass verification',
  may: 'Verification',
  who: supportAndPrivacy,
  says: {
    before: 'The answers count as right for good: the request continues, and there is no second judgement.',
    done: 'The verification is passed.',
    history: 'passed the verification',
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({}),
  decide(request, _input, context) {
    const verification = verificationOf(request)
    if (!verification || verification.result) return refuse('nothing-to-judge')
    const byReply = !verification.answeredAt
    if (byReply && !repliedTo(request, 'verification')) return refuse('nothing-to-judge')
    if (carriedOutBy(request, context)) return refuse('four-eyes')
    const draft = new Draft(request, context).set({
      verifications: judged(request.verifications, verification.id, 'passed', context),
    })
    return advance(draft.fact({ verification: 'passed', ...(byReply ? { readFromReply: true } : {}) })).done()
  },
})

/** The list of verifications with one of them judged. */
export function judged<One extends { id: string }>(
  list: readonly One[],
  id: string,
  result: 'passed' | 'failed',
  { now, actor }: { now: Date; actor: { kind: string; id?: string } },
): One[] {
  const judgedById = actor.kind === 'staff' ? (actor.id ?? null) : null
  return list.map(verification =>
    verification.id === id ? { ...verification, result, judgedAt: now, judgedById } : verification,
  )
}
