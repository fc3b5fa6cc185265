import { z } from 'zod'
import { appealName } from '../../deadlines/appeal'
import { dayOf, zoneOf } from '../../deadlines/days'
import { type Reminder, remindersOf } from '../../deadlines/reminders'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { waitingOn } from '../../machine/waiting-on'
import type { Team } from '../../people/actor'
import { openAppeal, openTasks } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'

/**
 * Reminds of the due date, or that of an open appeal: the team it waits for at half time, five days and one day before, Privacy on the day.
 * Reminders that came due together, because no worker was running, are sent once, as the latest of them.
 */
export const remindDeadline = requestCommand({
  name: 'remind-deadline',
  label: 'The due date comes near',
  may: 'What the system does automatically',
  who: ['system'],
  says: {
    history: ({ reminder, appealReminder, recounted, progress }) => {
      if (progress)
        return 'told the person that we are still working on the complaint, and reminded Privacy of it'
      if (recounted && !reminder && !appealReminder)
        return 'counted the due date anew, while an answer is awaited'
      if (appealReminder && !reminder)
        return `told Privacy that the answer to the appeal is due${appealReminder === 'due-day' ? '' : ' soon'}`
      return reminder === 'due-day' ? 'told Privacy that the answer is due' : 'reminded of the due date'
    },
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  keepsVersion: true,
  input: z.object({}),
  decide(request, _input, context) {
    const draft = new Draft(request, context)
    // While something is awaited the due date moves on by itself. It is counted anew before anybody would be reminded of it,
    // and nobody is while the person has the word.
    if (request.state !== 'closed' && request.pauses.some(pause => !pause.to)) draft.recomputeDeadline()
    const moved = draft.next.dueOn > request.dueOn
    if (moved) draft.fact({ recounted: true, dueOn: draft.next.dueOn.toISOString() })
    const due = remindersOf(draft.next, context.timeZone).filter(reminder => reminder.at <= context.now)
    const marks = due.map(reminder => reminder.mark)
    if (marks.length === 0 && !moved) return refuse('illegal-state')
    draft.set({ deadlineReminders: [...request.deadlineReminders, ...marks] })
    const own = due.findLast(reminder => reminder.of === 'request')
    if (own && !moved) remindOfRequest(draft, own)
    const appeals = due.findLast(reminder => reminder.of === 'appeal')
    if (appeals) remindOfAppeal(draft, appeals)
    tellProgress(draft, due)
    return draft.done()
  },
})

function remindOfRequest(draft: Draft, { kind }: Reminder): void {
  const { next: request, context } = draft
  draft.fact({ reminder: kind, dueOn: request.dueOn.toISOString() })
  if (kind === 'due-day') {
    const reason = context.now > request.dueOn ? 'deadline-passed' : 'deadline-today'
    draft.notifyTeam('privacy', 'privacy-notice', { reason })
  } else for (const team of teamsFor(request)) draft.notifyTeam(team, 'deadline-reminder')
}

/** Appeals are Privacy's from the first day. */
function remindOfAppeal(draft: Draft, { kind }: Reminder): void {
  const { next: request, context } = draft
  const appeal = openAppeal(request)
  if (!appeal) return
  draft.fact({ appealReminder: kind, appealDueOn: appeal.dueOn.toISOString() })
  if (kind === 'due-day') {
    const when = context.now > appeal.dueOn ? 'deadline-passed' : 'deadline-today'
    draft.notifyTeam('privacy', 'privacy-notice', { reason: `${appeal.kind}-${when}` })
  } else draft.notifyTeam('privacy', 'appeal-reminder')
}

/**
 * At half time somebody who complains is told that we are still working on it: once, and never where the day of the answer has
 * passed, or where half of the time had gone before the complaint was recorded (Data Protection Act 2018 s. 164A(5)(b)).
 */
function tellProgress(draft: Draft, due: readonly Reminder[]): void {
  const { next: request, context } = draft
  const appeal = openAppeal(request)
  const half = due.find(({ of, kind }) => of === 'appeal' && kind === 'half-time')
  if (appeal?.kind !== 'complaint' || !half || context.now > appeal.dueOn || half.at < appeal.openedAt) return
  const zone = zoneOf(request, context.timeZone)
  draft.fact({ progress: true }).sendMessage('complaint-progress', {
    variables: { appeal: appealName[appeal.kind], appeal_due_on: dayOf(appeal.dueOn, zone).toString() },
  })
}

/** The teams with open work; where there is none yet, Privacy when it is their turn, else support. */
function teamsFor(request: PrivacyRequest): Team[] {
  if (waitingOn(request) === 'privacy') return ['privacy']
  const teams = request.state === 'processing' ? openTasks(request).map(task => task.team) : []
  const people = teams.filter(team => team !== 'system')
  return people.length > 0 ? [...new Set(people)] : ['support-engineer']
}
