import { z } from 'zod'
import { taskCommand } from '../../command'
import { blockingExceptions, openHolds } from '../../current'
import type { Context, Decision, Refusal } from '../../decision'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { advance } from '../../flow'
import type { Found, Request, Resolution, Task } from '../../request'
import { resolutions } from '../../request'
import { taskPlans } from '../../tasks/index'
import type { TaskPlan } from '../../tasks/plan'
import { privacyNeedsNote } from './privacy-note'

const input = z.object({
  resolution: z.enum(resolutions).optional(),
  found: z.object({ zendesk: z.boolean().optional(), customersPortal: z.boolean().optional() }).optional(),
  note: z.string().trim().max(2000).optional(),
})
type Input = z.output<typeof input>
type Outcome = { resolution: Resolution; note: string | null; found: Found | null }

/** Resolves a task: Complete, Exception (with a note) or Not Found; on the Zendesk/cDot search it follows from what was found. */
export const resolve = taskCommand({
  name: 'resolve',
  label: 'Resolve',
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing', 'closed'],
  who: ['task-team'],
  input,
  decide(request, task, given, context): Decision {
    const plan = taskPlans.get(task.key)
    if (task.state !== 'open' || !plan) return refuse('task-not-open')
    if (task.team === 'system') return refuse('system-task')
    if (privacyNeedsNote(task, given.note, context.actor)) return refuse('needs-note-from-privacy')
    const judged = plan.by === 'found' ? byFinding(plan, given) : bySteps(request, task, plan, given)
    if ('reason' in judged) return judged
    return resolved(request, task, judged, context)
  },
})

const systemNames = { zendesk: 'Zendesk', customersPortal: 'Customers Portal (cDot)' } as const

function byFinding(plan: TaskPlan, given: Input): Outcome | Refusal {
  const systems = plan.systems ?? []
  const missing = systems.find(system => given.found?.[system] === undefined)
  if (missing || !given.found) return refuse('invalid-input', `found.${missing ?? ''}`)
  const { found } = given
  const there = systems.filter(system => found[system])
  const resolution =
    there.length === 0 ? 'not_found' : there.length === systems.length ? 'complete' : 'exception'
  if (given.resolution && given.resolution !== resolution) return refuse('contradiction', 'resolution')
  const named =
    resolution === 'exception' ? `Found in ${there.map(system => systemNames[system]).join(', ')} only` : null
  const note = [named, given.note].filter(Boolean).join('. ') || null
  return { resolution, note, found }
}

function bySteps(request: Request, task: Task, plan: TaskPlan, given: Input): Outcome | Refusal {
  const { resolution, note = null } = given
  if (!resolution) return refuse('invalid-input', 'resolution')
  if (given.found) return refuse('invalid-input', 'found')
  if (resolution === 'exception' && !note) return refuse('note-required')
  if (resolution === 'not_found' && !plan.notFound) return refuse('not-found-not-allowed')
  if (resolution === 'complete' && task.steps.some(step => !step.doneAt)) return refuse('steps-open')
  if (resolution === 'not_found' && task.steps.some(step => step.destructive && step.doneAt))
    return refuse('contradiction', 'resolution')
  if (task.steps.some(step => step.destructive)) {
    if (request.state !== 'processing') return refuse('not-destructive-yet')
    if (openHolds(request).length > 0) return refuse('on-hold')
  }
  return { resolution, note, found: null }
}

function resolved(
  request: Request,
  task: Task,
  { resolution, note, found }: Outcome,
  context: Context,
): Decision {
  const draft = new Draft(request, context).resolveTask(task, resolution, note)
  draft.fact({
    task: task.key,
    resolution,
    ...(found ? { zendesk: found.zendesk ?? null, customersPortal: found.customersPortal ?? null } : {}),
  })
  if (found) draft.changeTask(task.id, { found })
  const erases = taskPlans.get(task.key)?.erasesAccount && resolution === 'complete' && request.accountId
  if (erases) draft.effect({ kind: 'erase-account', accountId: erases })
  if (blockingExceptions(draft.next).length > blockingExceptions(request).length) {
    draft.tell('privacy', 'privacy-notice', { reason: 'exception', taskId: task.id })
  }
  return advance(draft).done()
}
