import { z } from 'zod'
import { awaitsClarification } from '../../derived/clarification'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'

/** The person says on their page what they mean. It ends the window and the pause, and is unread until somebody has read it. */
export const answerClarification = requestCommand({
  name: 'answer-clarification',
  label: 'Send my answer',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'said what they mean' },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ text: z.string().trim().min(1).max(10_000) }),
  decide(request, { text }, context) {
    if (!awaitsClarification(request)) return refuse('not-asked')
    const draft = new Draft(request, context).closeWindow('clarification', 'requester')
    return receive(draft, { key: 'clarification', subject: 'What they mean', body: text }).done()
  },
})
