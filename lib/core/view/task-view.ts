import { dayInWords, parseDay } from '../deadlines/days'
import { doneByOf, stepDoers } from '../derived/tasks/doers'
import type { PrivacyRequest } from '../request/request'
import type { StepEvidence, Task, TaskStep } from '../request/task'
import { actLabel } from '../systems/act-labels'
import type { ConnectedSystem } from '../systems/connected'
import { evidenceWords, sourceOf } from './evidence-words'
import type { RequestView } from './request-view'
import type { At } from './view-scalars'

type TaskShown = RequestView['tasks'][number]

interface Shown {
  request: PrivacyRequest
  systems: readonly ConnectedSystem[]
  /** Whether the reader sees personal data and free text. */
  withText: boolean
  at: At
}

/** A task as a reader sees it, with what connected systems can do of it, are doing and have done. */
export function taskView(task: Task, shown: Shown): TaskShown {
  const { id, key, name, team, state, resolution, found, assigneeId, openedAt, resolvedAt, acceptedAt } = task
  const { withText, at } = shown
  return {
    id,
    key,
    name,
    team,
    state,
    resolution,
    note: withText ? task.note : null,
    found: withText ? found : null,
    searches: withText ? task.searches.map(search => ({ ...search, at: at(new Date(search.at)) })) : [],
    assignee: assigneeId,
    openedAt: at(openedAt),
    resolvedAt: resolvedAt && at(resolvedAt),
    acceptedAt: acceptedAt && at(acceptedAt),
    steps: task.steps.map(step => stepView(task, step, shown)),
  }
}

function stepView(task: Task, step: TaskStep, { request, systems, withText, at }: Shown) {
  const open = task.state === 'open'
  return {
    key: step.key,
    label: step.label,
    help: step.help,
    destructive: step.destructive,
    asks: step.asks,
    given: withText ? step.given : null,
    done: step.doneAt !== null,
    doable: doableOf(request, task, step, systems),
    running: open && step.run !== null,
    problem: open ? step.problem : null,
    evidence: step.evidence.map(seen => evidenceView(seen, request, systems, at)),
  }
}

function doableOf(
  request: PrivacyRequest,
  task: Task,
  step: TaskStep,
  systems: readonly ConnectedSystem[],
): TaskShown['steps'][number]['doable'] {
  const doneBy = doneByOf(task, step.key)
  const doers = stepDoers(request, task, step.key, systems)
  if (!doneBy || doers.length === 0) return null
  return { system: doers.map(({ key }) => key).join(', '), label: actLabel(doneBy.act, doers) }
}

/** Why a step counts as done; a look-up's day is the one of its time there. */
function evidenceView(
  seen: StepEvidence,
  request: PrivacyRequest,
  systems: readonly ConnectedSystem[],
  at: At,
) {
  const when = at(new Date(seen.at))
  if (seen.kind === 'system') return { at: when, system: seen.system, what: seen.what, result: seen.result }
  const day = dayInWords(parseDay(when.slice(0, 10)))
  const source = sourceOf(request, seen, new Map(systems.map(({ key, name }) => [key, name])))
  return { at: when, system: 'habeas', what: seen.kind, result: evidenceWords(seen, day, source) }
}
