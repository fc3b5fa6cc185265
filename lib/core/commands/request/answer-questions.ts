import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { openHolds, openWindow, verificationOf } from '../../request/current'

/** The person's one attempt at the verification questions. An answer before the end closes the window. */
export const answerQuestions = requestCommand({
  name: 'answer-questions',
  label: 'Send my answers',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'answered the questions' },
  from: ['verifying'],
  to: ['verifying'],
  input: z.object({ answers: z.record(z.string().max(60), z.string().trim().max(1000)) }),
  decide(request, { answers }, context) {
    const verification = verificationOf(request)
    if (!verification) return refuse('no-question-open')
    if (verification.answeredAt || verification.result) return refuse('already-answered')
    const missing = verification.questions.find(question => !answers[question.key])
    if (missing) return refuse('invalid-input', missing.key)
    const given = Object.fromEntries(verification.questions.map(({ key }) => [key, answers[key] ?? '']))
    const onHold = openHolds(request).length > 0
    const late = !onHold && (openWindow(request, 'verification')?.endsAt ?? context.now) < context.now
    const body = verification.questions.map(({ key, text }) => `${text}\n${given[key]}`).join('\n\n')
    const draft = new Draft(request, context)
      .set({
        verifications: request.verifications.map(existing =>
          existing.id === verification.id
            ? { ...existing, answers: given, answeredAt: context.now }
            : existing,
        ),
      })
      .closeWindow('verification', 'requester')
    const subject = 'Answers to the verification questions'
    return receive(draft, { key: 'answers', subject, body, late }).done()
  },
})
