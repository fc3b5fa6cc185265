import { z } from 'zod'
import { requestCommand } from '../../command'
import { authorityOf } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'

/** Privacy is reminded of an authority to validate after 5 and after 10 days. */
export const remindPrivacy = requestCommand({
  name: 'remind-privacy',
  label: 'Remind Privacy',
  from: ['verifying'],
  to: ['verifying'],
  who: ['system'],
  input: z.object({}),
  decide(request, _input, context) {
    const open = authorityOf(request)
    if (!open || open.result || open.reminders >= 2) return refuse('authority-not-open')
    const reminded = { ...open, reminders: open.reminders + 1 }
    return new Draft(request, context)
      .set({ authorities: request.authorities.map(one => (one.id === open.id ? reminded : one)) })
      .tell('privacy', 'privacy-notice', { reason: 'authority-to-validate' })
      .done()
  },
})
