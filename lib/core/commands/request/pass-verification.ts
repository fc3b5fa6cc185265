import { z } from 'zod'
import { carriedOutBy } from '../../derived/four-eyes'
import { repliedTo } from '../../derived/question-mail'
import { mayAttempt } from '../../derived/verification/attempts'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { advance } from '../../machine/flow'
import { supportAndPrivacy } from '../../people/permissions'
import { verificationOf } from '../../request/current'
import type { MessageRecord } from '../../request/message-record'
import type { PrivacyRequest } from '../../request/request'

/** The answers are right. A reply written in place of the form counts as an answer, too. */
export const passVerification = requestCommand({
  name: 'pass-verification',
  label: 'Pass verification',
  may: 'Verification',
  who: supportAndPrivacy,
  says: {
    before: 'The answers count as right for good: the request continues, and there is no second judgement.',
    done: 'The verification is passed.',
    history: ({ channel }) =>
      channel === undefined
        ? 'passed the verification'
        : `passed the verification by what came another way (${inWords(channel)})`,
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({}),
  decide(request, _input, context) {
    const verification = verificationOf(request)
    if (!verification || verification.result) return refuse('nothing-to-judge')
    const byReply = !verification.answeredAt
    if (byReply && !repliedTo(request, 'verification')) return refuse('nothing-to-judge')
    if (!mayAttempt(request, context.actor)) return refuse('third-attempt')
    if (carriedOutBy(request, context)) return refuse('four-eyes')
    const draft = new Draft(request, context).set({
      verifications: judged(request.verifications, verification.id, 'passed', context),
    })
    markRead(draft, byReply ? 'reply' : 'answers')
    const channel = answerOf(request, byReply ? 'reply' : 'answers')?.channel
    if (byReply) draft.fact({ readFromReply: true })
    if (channel && channel !== 'privacy-center') draft.fact({ channel })
    return advance(draft.fact({ verification: 'passed' })).done()
  },
})

const answerOf = (request: PrivacyRequest, key: string): MessageRecord | undefined =>
  request.messages.findLast(message => message.direction === 'in' && message.key === key)

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
