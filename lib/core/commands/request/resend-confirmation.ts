import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/** Sends the confirmation link again, to the address on file only; by the system when somebody asks on the public form. */
export const resendConfirmation = requestCommand({
  name: 'resend-confirmation',
  label: 'Send the link again',
  may: 'Send the confirmation link again',
  who: [...supportAndPrivacy, 'system'],
  says: {
    before: 'We mail the confirmation link to the address on file again; earlier links keep working.',
    history: 'had the confirmation link sent again',
  },
  from: ['submitted'],
  to: ['submitted'],
  keepsVersion: true,
  input: z.object({}),
  decide: (request, _input, context) => new Draft(request, context).sendMessage('request-received').done(),
})
