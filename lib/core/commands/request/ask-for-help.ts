import { z } from 'zod'
import { repliedTo } from '../../derived/question-mail'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { receive } from '../../machine/conversation/receive'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { currentRequirement } from '../../machine/requirements/index'
import { instructionsSent, selfServe } from '../../machine/requirements/self-serve'
import { supportAndPrivacy } from '../../people/permissions'

/** The person can't export by themselves and asks for help; support records it where a reply of theirs says so. */
export const askForHelp = requestCommand({
  name: 'ask-for-help',
  label: 'Send my answer',
  may: 'Answer about the administrator and ask for help; support records what a reply says',
  who: ['requester', ...supportAndPrivacy],
  says: {
    before: 'This is recorded as the person’s own answer: the export becomes ours to do.',
    done: 'The answer is recorded.',
    history: 'asked for help',
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({ text: z.string().trim().min(1).max(10_000) }),
  form: [{ name: 'text', label: 'Where their reply says so' }],
  decide(request, { text }, context) {
    if (currentRequirement(request) !== selfServe || !instructionsSent(request)) return refuse('not-asked')
    const recorded = context.actor.kind === 'staff'
    if (recorded && !repliedTo(request, 'self-serve')) return refuse('mailbox-message-missing')
    const draft = new Draft(request, context)
      .set({ helpAskedAt: context.now })
      .closeWindow('self-serve', 'requester')
    if (recorded)
      markRead(draft, 'reply').note(`The reply asks for help: ${text}`).fact({ readFromReply: true })
    else receive(draft, { key: 'asked-for-help', subject: 'Asks for help with the export', body: text })
    return advance(draft).done()
  },
})
