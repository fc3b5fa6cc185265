import { z } from 'zod'
import { isShutOut } from '../../derived/shut-out'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'

/** Mails a fresh link to the person's own page, to the address on file only. Before the confirmation there is no such page. */
export const sendAccessLink = requestCommand({
  name: 'send-access-link',
  label: 'Send a new link',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: 'asked for a new link to the request' },
  from: ['checking', 'verifying', 'processing', 'closed'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  keepsVersion: true,
  input: z.object({}),
  decide: (request, _input, context) =>
    request.confirmedAt && !isShutOut(request)
      ? new Draft(request, context).sendMessage('access-link').done()
      : refuse('illegal-state'),
})
