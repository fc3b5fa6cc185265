import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { readAnswers } from '../../machine/escalations/read-answers'
import { supportAndPrivacy } from '../../people/permissions'
import { isUnread } from '../../request/current'

/** Somebody has read what Privacy answered; until then it is a next step and a mark in the queue. */
export const readAnswer = requestCommand({
  name: 'read-answer',
  label: 'I have read it',
  may: 'Escalate',
  who: supportAndPrivacy,
  says: { done: 'Noted.', history: 'read the answer of Privacy' },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({}),
  decide(request, _input, context) {
    const unread = request.escalations.filter(isUnread)
    if (unread.length === 0) return refuse('no-answer-unread')
    return readAnswers(new Draft(request, context))
      .fact({ escalations: unread.map(({ id }) => id) })
      .done()
  },
})
