import { z } from 'zod'
import { requestCommand } from '../../command'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { advance } from '../../flow'
import { receive } from '../../receive'
import { currentRequirement } from '../../request-types/of'
import { selfServe } from '../../requirements/self-serve'

/** The person can't export by themselves and asks for help. */
export const askForHelp = requestCommand({
  name: 'ask-for-help',
  label: 'Send my answer',
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  who: ['requester'],
  input: z.object({ text: z.string().trim().min(1).max(4000) }),
  decide(request, { text }, context) {
    if (currentRequirement(request) !== selfServe || selfServe.waitingOn(request) !== 'requester')
      return refuse('not-asked')
    const draft = new Draft(request, context)
      .set({ helpAskedAt: context.now })
      .closeWindow('self-serve', 'requester')
    return advance(receive(draft, 'asked-for-help', 'Asks for help with the export', text)).done()
  },
})
