import { z } from 'zod'
import { validatedBy } from '../../derived/four-eyes'
import { privacyNeedsNote } from '../../derived/privacy-note'
import { deletedMeanwhile } from '../../derived/tasks/waits-for'
import { taskPlans } from '../../handbook/tasks/index'
import type { TaskPlan } from '../../handbook/tasks/plan'
import { taskCommand } from '../../machine/command'
import { notYet, resolved, type TaskOutcome } from '../../machine/complete-task'
import type { Context, Decision, Refusal } from '../../machine/decision'
import { refuse } from '../../machine/decision'
import { inWords, taskNamed } from '../../machine/fact-labels'
import { filesOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Resolution, Task } from '../../request/task'
import { hasDestroyed, resolutions } from '../../request/task'

const input = z.object({
  resolution: z.enum(resolutions).optional(),
  found: z.object({ zendesk: z.boolean().optional(), customersPortal: z.boolean().optional() }).optional(),
  note: z.string().trim().max(2000).optional(),
})
type Input = z.output<typeof input>

/** Resolves a task: Complete, Exception (with a note) or Not Found; on the Zendesk/cDot search it follows from what was found. */
export const resolve = taskCommand({
  name: 'resolve',
  label: 'Resolve',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'The task is resolved.',
    mailsToo: true,
    history: ({ task, resolution }) => `resolved ${taskNamed(task)} as ${inWords(resolution)}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing', 'closed'],
  input,
  decide(request, task, given, context): Decision {
    const plan = taskPlans.get(task.key)
    if (task.state !== 'open' || !plan) return refuse('task-not-open')
    if (task.team === 'system') return refuse('system-task')
    if (validatedBy(request, context)) return refuse('four-eyes')
    if (privacyNeedsNote(task, given.note, context.actor)) return refuse('needs-note-from-privacy')
    const judged = plan.by === 'found' ? byFinding(plan, given) : bySteps(request, task, plan, given, context)
    if ('reason' in judged) return judged
    return resolved(request, task, judged, context)
  },
})

const systemKeys = ['zendesk', 'customersPortal'] as const
const systemNames = { zendesk: 'Zendesk', customersPortal: 'Customers Portal (cDot)' } as const

function byFinding(plan: TaskPlan, given: Input): TaskOutcome | Refusal {
  const systems = plan.systems ?? []
  const missing = systems.find(system => given.found?.[system] === undefined)
  if (missing || !given.found) return refuse('invalid-input', `found.${missing ?? ''}`)
  const { found } = given
  const foreign = systemKeys.find(system => found[system] !== undefined && !systems.includes(system))
  if (foreign) return refuse('invalid-input', `found.${foreign}`)
  const there = systems.filter(system => found[system])
  const resolution =
    there.length === 0 ? 'not_found' : there.length === systems.length ? 'complete' : 'exception'
  if (given.resolution && given.resolution !== resolution) return refuse('contradiction', 'resolution')
  const named =
    resolution === 'exception' ? `Found in ${there.map(system => systemNames[system]).join(', ')} only` : null
  const note = [named, given.note].filter(Boolean).join('. ') || null
  return { resolution, note, found }
}

function bySteps(
  request: PrivacyRequest,
  task: Task,
  plan: TaskPlan,
  given: Input,
  context: Context,
): TaskOutcome | Refusal {
  const { resolution, note = null } = given
  if (!resolution) return refuse('invalid-input', 'resolution')
  if (given.found) return refuse('invalid-input', 'found')
  if (resolution === 'exception' && !note) return refuse('note-required')
  if (resolution === 'not_found' && !mayBeMissing(request, plan)) return refuse('not-found-not-allowed')
  // What was uploaded must not be lost: somebody found something, or put it on the wrong task.
  if (resolution === 'not_found' && plan.handsOver && filesOf(request, task.id).length > 0)
    return refuse('file-there')
  const gone = resolution === 'not_found' && plan.handsOver ? deletedMeanwhile(request) : undefined
  if (gone) return refuse('deleted-meanwhile', gone.reference)
  if (resolution === 'not_found' && task.steps.some(hasDestroyed))
    return refuse('contradiction', 'resolution')
  // Ticked without the text that it asks for, a step counts as done once the note says it.
  const untold = task.steps.some(step => step.asks === 'text' && step.doneAt && !step.given)
  if (resolution === 'complete' && untold && !note) return refuse('step-needs-text', 'note')
  return notYet(request, task, resolution, context) ?? { resolution, note, found: null }
}

/** The resolutions that a task with steps may have as it is now: not Complete without its file, not Not Found where it doesn't count. */
export function resolutionsOf(request: PrivacyRequest, task: Task, plan: TaskPlan): Resolution[] {
  const handsOverNothing = plan.handsOver !== undefined && filesOf(request, task.id).length === 0
  const begun = task.steps.some(hasDestroyed)
  const isGone = plan.handsOver !== undefined && deletedMeanwhile(request) !== undefined
  return resolutions.filter(
    resolution =>
      !(resolution === 'complete' && handsOverNothing) &&
      !(resolution === 'not_found' && (begun || isGone || !mayBeMissing(request, plan))),
  )
}

/** `Not Found` on the deletion of the account itself only where the checks found no account. */
const mayBeMissing = (request: PrivacyRequest, plan: TaskPlan): boolean =>
  plan.notFound || (plan.erasesAccount === true && request.accountId === null)
