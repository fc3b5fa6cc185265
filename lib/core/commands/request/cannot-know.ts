import { z } from 'zod'
import { asksForAnother } from '../../derived/acting'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { verificationOf } from '../../request/current'

/** A person who asks for somebody else can't know the answers to the questions. It closes the window; Privacy decides. */
export const cannotKnow = requestCommand({
  name: 'cannot-know',
  label: 'I can’t know this',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'said that they can’t know the answers' },
  from: ['verifying'],
  to: ['verifying'],
  input: z.object({}),
  decide(request, _input, context) {
    const verification = verificationOf(request)
    if (!verification || !asksForAnother(request)) return refuse('no-question-open')
    if (verification.answeredAt || verification.result || verification.cannotKnowAt)
      return refuse('already-answered')
    const draft = new Draft(request, context)
      .set({
        verifications: request.verifications.map(existing =>
          existing.id === verification.id ? { ...existing, cannotKnowAt: context.now } : existing,
        ),
      })
      .closeWindow('verification', 'requester')
    const said = { subject: 'The questions can’t be answered', body: 'I can’t know this.' }
    receive(draft, { key: 'answers', ...said, read: true, told: true })
    return draft.notifyTeam('privacy', 'privacy-notice', { reason: 'answers-not-known' }).done()
  },
})
