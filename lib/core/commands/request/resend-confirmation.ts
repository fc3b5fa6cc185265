import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

/** Sends the confirmation link again, to the address on file only; by the system when somebody asks on the public form. */
export const resendConfirmation = requestCommand({
  name: 'resend-confirmation',
  label: 'Send the link again',
  from: ['submitted'],
  to: ['submitted'],
  keepsVersion: true,
  input: z.object({}),
  decide: (request, _input, context) => new Draft(request, context).say('request-received').done(),
})
