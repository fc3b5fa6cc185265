import { z } from 'zod'
import { clarificationPauses } from '../../derived/clarification'
import { mayAskAgain } from '../../derived/question-mail'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/**
 * Asks somebody who wants data what they mean by it. The law's clock is paused until they answer where the law says so (Data
 * Protection Act 2018 s. 54(3C), for access); silence refuses nothing, and the work continues with what they have said.
 */
export const askClarification = requestCommand({
  name: 'ask-clarification',
  label: 'Ask what they mean',
  may: 'Messages, and what became of them',
  who: supportAndPrivacy,
  says: {
    history: ({ pauses }) =>
      `asked the person what they mean${pauses ? '; the time for our answer is paused meanwhile' : ''}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({
    /** What we need to know, in words for the person. */
    question: z.string().trim().min(1).max(2000),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    {
      message: 'clarification-needed',
      form: [
        {
          name: 'question',
          label: 'What do you need to know?',
          hint: 'It becomes part of the message, as you write it.',
        },
      ],
    },
  ],
  decide(request, { question, ...edited }, context) {
    if (!typeOf(request).clarifies) return refuse('nothing-to-clarify')
    if (!mayAskAgain(request, 'clarification')) return refuse('already-asked')
    // Somebody who asks again has read what was answered before.
    const draft = markRead(markRead(new Draft(request, context), 'clarification'), 'reply')
    return draft
      .fact({ pauses: clarificationPauses(request) })
      .sendMessage('clarification-needed', { variables: { clarification_question: question }, edited })
      .done()
  },
})
