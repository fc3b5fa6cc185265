import { z } from 'zod'
import { requestCommand } from '../../machine/command'
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
    if (verification.answeredAt || verification.result || verification.cannotKnowAt)
      return refuse('already-answered')
    const missing = verification.questions.find(question => !answers[question.key])
    if (missing) return refuse('invalid-input', missing.key)
    const given = Object.fromEntries(verification.questions.map(({ key }) => [key, answers[key] ?? '']))
    const messageId = context.newId()
    const onHold = openHolds(request).length > 0
    const late = !onHold && (openWindow(request, 'verification')?.endsAt ?? context.now) < context.now
    const message = {
      id: messageId,
      key: 'answers',
      direction: 'in' as const,
      sender: 'requester',
      late,
      at: context.now,
      delivery: 'none' as const,
      deliveryAt: null,
    }
    const body = verification.questions.map(({ key, text }) => `${text}\n${given[key]}`).join('\n\n')
    return new Draft(request, context)
      .set({
        verifications: request.verifications.map(existing =>
          existing.id === verification.id
            ? { ...existing, answers: given, answeredAt: context.now }
            : existing,
        ),
        messages: [...request.messages, message],
      })
      .closeWindow('verification', 'requester')
      .effect({
        kind: 'received',
        messageId,
        key: 'answers',
        subject: 'Answers to the verification questions',
        body,
      })
      .done()
  },
})
