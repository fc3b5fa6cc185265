import { z } from 'zod'
import { requestCommand } from '../../command'
import { openTasks } from '../../current'
import { remindersOf } from '../../deadlines/reminders'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import type { Request, Team } from '../../request'
import { waitingOn } from '../../waiting-on'

/**
 * The due date is brought to mind: to whose work it waits for at half time, five days and one day before, to Privacy on the day.
 * What came due together, because nobody was there to say it, is said once, by the latest of it.
 */
export const remindDeadline = requestCommand({
  name: 'remind-deadline',
  label: 'The due date comes near',
  from: ['checking', 'verifying', 'processing'],
  to: ['checking', 'verifying', 'processing'],
  keepsVersion: true,
  input: z.object({}),
  decide(request, _input, context) {
    const due = remindersOf(request, context.timeZone).filter(one => one.at <= context.now)
    const latest = due.at(-1)
    if (!latest) return refuse('illegal-state')
    const marks = due.map(one => one.mark)
    const draft = new Draft(request, context)
      .set({ deadlineReminders: [...request.deadlineReminders, ...marks] })
      .fact({ reminder: latest.kind, dueOn: request.dueOn.toISOString() })
    if (latest.kind === 'due-day') {
      const reason = context.now > request.dueOn ? 'deadline-passed' : 'deadline-today'
      return draft.tell('privacy', 'privacy-notice', { reason }).done()
    }
    for (const team of teamsFor(request)) draft.tell(team, 'deadline-reminder')
    return draft.done()
  },
})

/** The teams with open work; where there is none yet, Privacy when it is their turn, else support. */
function teamsFor(request: Request): Team[] {
  if (waitingOn(request) === 'privacy') return ['privacy']
  const teams = request.state === 'processing' ? openTasks(request).map(one => one.team) : []
  const people = teams.filter(team => team !== 'system')
  return people.length > 0 ? [...new Set(people)] : ['support-engineer']
}
