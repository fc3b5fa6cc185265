import { restBySystems } from '../../derived/tasks/rest-label'
import { taskPlans } from '../../handbook/tasks/index'
import type { PrivacyRequest } from '../../request/request'
import { isRunning, listedVersion, type SearchRecord, type Task, type TaskStep } from '../../request/task'
import type { ConnectedSystem } from '../../systems/connected'
import type { NextStep } from './guide'

/** The version of the deletion list that has this account's addresses, where the step is to upload it. */
const versionToUpload = (task: Task, next: TaskStep): number | null => {
  const uploads = taskPlans
    .get(task.key)
    ?.steps.some(({ key, uploadsList }) => uploadsList && key === next.key)
  return uploads ? listedVersion(task) : null
}

/** What can be done with a task next: by connected systems where there are any, and always by hand. */
export function taskSteps(
  request: PrivacyRequest,
  task: Task,
  systems: readonly ConnectedSystem[],
): NextStep[] {
  if (isRunning(task)) return []
  const next = task.steps.find(step => !step.doneAt)
  if (!next)
    return [...confirmSearch(task), { command: 'resolve', label: `Resolve ${task.name}`, taskId: task.id }]
  const bySystem = throughSystems(request, task, next, systems)
  const byHand = handSteps(task, next)
  if (!bySystem) return byHand
  return [
    bySystem,
    ...byHand.map(step => ({ ...step, label: `By hand: ${step.label}`, aside: true as const })),
  ]
}

function handSteps(task: Task, next: TaskStep): NextStep[] {
  const version = versionToUpload(task, next)
  if (version)
    return [
      {
        command: 'record-list-upload',
        label: `Version ${version} of the deletion list is in the GDPR folder`,
        taskId: task.id,
        preset: { list: String(version) },
      },
    ]
  return [
    {
      command: 'tick-step',
      label: next.label,
      taskId: task.id,
      preset: { step: next.key },
      ...(next.asks && { needs: ['given'] }),
    },
  ]
}

/** The next step and those after it, done by the systems that are connected for it. */
function throughSystems(
  request: PrivacyRequest,
  task: Task,
  next: TaskStep,
  systems: readonly ConnectedSystem[],
): NextStep | null {
  const rest = restBySystems(request, task, systems)
  return (
    rest && {
      command: 'do-step',
      label: rest.label,
      taskId: task.id,
      preset: { step: next.key, rest: true },
    }
  )
}

const named = { zendesk: 'Zendesk', customersPortal: 'the Customers Portal' } as const

/** Whether the person is there, by every search of one question; null where none has answered, or one has failed. */
export function foundBy(task: Pick<Task, 'searches'>, question: SearchRecord['of']): boolean | null {
  const searches = task.searches.filter(search => search.of === question)
  if (searches.length === 0 || searches.some(({ state }) => state === 'failed')) return null
  return searches.some(({ state }) => state === 'found')
}

/** Confirming what the searches say, once each question of the task has its answer. */
function confirmSearch(task: Task): NextStep[] {
  const questions = taskPlans.get(task.key)?.systems ?? []
  const answers = questions.map(question => ({ question, found: foundBy(task, question) }))
  if (answers.length === 0 || answers.some(({ found }) => found === null)) return []
  const there = answers.filter(({ found }) => found).map(({ question }) => named[question])
  const label = there.length > 0 ? `Confirm: found in ${there.join(' and ')}` : 'Confirm: found nowhere'
  const only = there.length > 0 && there.length < answers.length ? ' only' : ''
  const preset = Object.fromEntries(
    answers.map(({ question, found }) => [`found.${question}`, found === true]),
  )
  return [{ command: 'resolve', label: `${label}${only}`, taskId: task.id, preset }]
}
