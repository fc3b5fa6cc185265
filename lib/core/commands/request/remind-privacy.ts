import { z } from 'zod'
import { moveDays } from '../../deadlines/days'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { authorityOf } from '../../request/current'

/** After so many days Privacy is reminded of an authority that nobody has validated yet. */
export const reminderDays: readonly number[] = [5, 10]

/** Privacy is reminded of an authority to validate after 5 and after 10 days. */
export const remindPrivacy = requestCommand({
  name: 'remind-privacy',
  label: 'Remind Privacy',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: 'reminded Privacy of the authority to validate' },
  from: ['verifying'],
  to: ['verifying'],
  keepsVersion: true,
  input: z.object({}),
  decide(request, _input, context) {
    const open = authorityOf(request)
    if (!open || open.result || open.reminders >= reminderDays.length) return refuse('authority-not-open')
    const due = moveDays(open.openedAt, reminderDays[open.reminders] ?? 0, context.timeZone)
    if (context.now < due) return refuse('illegal-state')
    const reminded = { ...open, reminders: open.reminders + 1 }
    return new Draft(request, context)
      .set({
        authorities: request.authorities.map(authority => (authority.id === open.id ? reminded : authority)),
      })
      .notifyTeam('privacy', 'privacy-notice', { reason: 'authority-to-validate' })
      .done()
  },
})
