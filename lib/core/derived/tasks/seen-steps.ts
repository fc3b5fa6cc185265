import { taskPlans } from '../../handbook/tasks/index'
import type { StepPlan } from '../../handbook/tasks/plan'
import type { Actor } from '../../people/actor'
import { filesOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { doneBySystem, hasDestroyed, type SeenEvidence, type Task } from '../../request/task'
import type { ConnectedSystem } from '../../systems/connected'
import { stepDoers } from './doers'

/** A step that the product ticked, or took back, along with a command: a row of its own in the audit log. */
export interface Seen {
  command: 'tick-step' | 'untick-step'
  facts: Readonly<Record<string, string | number | null>>
}

/** The tasks as they are after the product has looked at their steps, and what it changed. */
export interface Looked {
  tasks: Task[]
  seen: Seen[]
}

interface Looking {
  now: Date
  actor: Actor
  /** A system that can look itself is asked, in place of what the checks once said. */
  systems: readonly ConnectedSystem[]
}

/** An older answer of the checks says nothing about what the account owns today; then a person looks. */
const freshDays = 14
const day = 86_400_000

/** Ticks what the request shows to be done, and takes back what it no longer shows. Nothing changes once it is closed. */
export function lookAtSteps(request: PrivacyRequest, looking: Looking): Looked {
  const seen: Seen[] = []
  if (request.state === 'closed') return { tasks: request.tasks, seen }
  const tasks = request.tasks.map(task => {
    if (task.state !== 'open') return task
    let after = task
    for (const { key, seenBy } of taskPlans.get(task.key)?.steps ?? []) {
      const step = after.steps.find(step => step.key === key)
      if (!step) continue
      const { is, evidence } = shown(request, task, { key, seenBy }, looking)
      const change =
        step.doneAt === null && evidence
          ? ticked(after, key, evidence, looking.now)
          : step.evidence.length > 0 && !doneBySystem(step) && is === 'no-longer'
            ? takenBack(after, key)
            : null
      if (!change) continue
      after = change.task
      seen.push(change.seen)
    }
    return after
  })
  return { tasks, seen }
}

/** Ticks one open step for what a command has seen; nothing changes where it is ticked already. */
export function tickSeen(
  { tasks }: Pick<PrivacyRequest, 'tasks'>,
  { taskId, step, evidence, now }: { taskId: string; step: string; evidence: SeenEvidence; now: Date },
): Looked {
  const task = tasks.find(({ id }) => id === taskId)
  if (!task?.steps.some(({ key, doneAt }) => key === step && doneAt === null)) return { tasks, seen: [] }
  const change = ticked(task, step, evidence, now)
  return { tasks: tasks.map(other => (other.id === taskId ? change.task : other)), seen: [change.seen] }
}

/** The step that a person has to do next, as far as the product can tell now; undefined where none is left. */
export const nextByHand = (request: PrivacyRequest, task: Task, looking: Looking): string | undefined =>
  lookAtSteps(request, looking)
    .tasks.find(({ id }) => id === task.id)
    ?.steps.find(({ doneAt }) => doneAt === null)?.key

interface Change {
  task: Task
  seen: Seen
}

const changed = (task: Task, key: string, change: Partial<Task['steps'][number]>): Task => ({
  ...task,
  steps: task.steps.map(step => (step.key === key ? { ...step, ...change } : step)),
})

const ticked = (task: Task, key: string, evidence: SeenEvidence, now: Date): Change => ({
  task: changed(task, key, { doneAt: now, doneById: null, evidence: [evidence], run: null, problem: null }),
  seen: {
    command: 'tick-step',
    facts: { task: task.key, step: key, seen: evidence.kind, version: evidence.version },
  },
})

const takenBack = (task: Task, key: string): Change => ({
  task: changed(task, key, { doneAt: null, doneById: null, evidence: [] }),
  seen: { command: 'untick-step', facts: { task: task.key, step: key } },
})

type Shown = { is: 'so'; evidence: SeenEvidence } | { is: 'unknown' | 'no-longer'; evidence: null }

/** What the request itself shows of a step. */
function shown(
  request: PrivacyRequest,
  task: Task,
  { key, seenBy }: { key: string; seenBy: StepPlan['seenBy'] },
  { now, actor, systems }: Looking,
): Shown {
  if (seenBy === 'file') {
    const file = filesOf(request, task.id).at(-1)
    if (!file) return { is: 'no-longer', evidence: null }
    const byId = actor.kind === 'staff' && +file.addedAt === +now ? actor.id : null
    const at = file.addedAt.toISOString()
    return { is: 'so', evidence: { kind: 'file-uploaded', at, byId, version: null } }
  }
  const isAsked = stepDoers(request, task, key, systems).length > 0
  // Nothing of the deletion is done, or said not to be needed, before everything is verified.
  if (
    seenBy !== 'no-sole-groups' ||
    isAsked ||
    request.state !== 'processing' ||
    task.steps.some(hasDestroyed)
  )
    return { is: 'unknown', evidence: null }
  const look = request.checks.findLast(({ round, facts }) => round === request.round && facts.account)
  if (look?.facts.account?.soleOwnedGroups !== 0) return { is: 'no-longer', evidence: null }
  if (+now - +look.at > freshDays * day) return { is: 'unknown', evidence: null }
  const at = look.at.toISOString()
  return { is: 'so', evidence: { kind: 'owns-no-group', at, byId: null, version: null } }
}
