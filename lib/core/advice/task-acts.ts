import type { Reason } from '../derived/reasons'
import type { Context } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import { lastByHand, type Resolution, type Task } from '../request/task'
import { type Act, wouldRefuse } from './dry-run'

/** What can be done to a task now: for each act why not, or null where it can. */
export interface TaskActs {
  /** Ticking the next step of its checklist. */
  tick: Reason | null
  /** Having connected systems do that step. */
  doIt: Reason | null
  /** Taking over the step that connected systems are doing. */
  stop: Reason | null
  /** Having the connected systems searched once more. */
  search: Reason | null
  /** Taking back the step that was ticked last. */
  untick: Reason | null
  assign: Reason | null
  note: Reason | null
  reopen: Reason | null
  /** Letting its exception be, where it is a follow-up. */
  accept: Reason | null
  /** Resolving it at all. */
  resolve: Reason | null
  resolveAs: Readonly<Record<Resolution, Reason | null>>
}

/** Asks the commands of a task in dry runs, as the actor of the context; a note or finding counts as given. */
export function taskActs(request: PrivacyRequest, task: Task, context: Context): TaskActs {
  const ask = (command: string, preset?: Act['preset']) =>
    wouldRefuse({ command, taskId: task.id, preset }, request, context)
  const next = task.steps.find(step => !step.doneAt)?.key ?? ''
  const resolveAs = {
    complete: ask('resolve', { resolution: 'complete' }),
    exception: ask('resolve', { resolution: 'exception' }),
    not_found: ask('resolve', { resolution: 'not_found' }),
  }
  return {
    tick: ask('tick-step', { step: next }),
    doIt: ask('do-step', { step: next }),
    stop: ask('stop-step', { step: next }),
    search: ask('search-again'),
    untick: ask('untick-step', { step: lastByHand(task)?.key ?? '' }),
    assign: ask('assign', { to: '' }),
    note: ask('add-note', { text: 'Words' }),
    reopen: ask('reopen-task'),
    accept: ask('accept-exception'),
    // Nothing but the state of the task and its request is in the way of an exception.
    resolve: Object.values(resolveAs).includes(null) ? null : resolveAs.exception,
    resolveAs,
  }
}

const neverShown: ReadonlySet<Reason> = new Set<Reason>(['not-allowed', 'illegal-state', 'task-not-open'])

/** Whether a person sees the act, even if only with the reason why it can't be done yet. */
export const isShown = (refused: Reason | null): boolean => refused === null || !neverShown.has(refused)
