import { deletionListText } from '@/lib/core/account/deletion-list'
import { doneByOf } from '@/lib/core/derived/tasks/doers'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { StepRun, Task } from '@/lib/core/request/task'
import type { StepAct } from '@/lib/core/systems/names'
import { type SystemNames, systemNamed } from '@/lib/core/systems/system-names'
import { readDataPlatformList } from '@/lib/store/accounts/data-platform-list'
import { readRequestByTask } from '@/lib/store/request/requests'
import { readSystemNames } from '@/lib/store/systems/connected'
import { type Act, type ActResult, StepStopped } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { systemFor } from '../run/system-for'
import { connectTo } from '../systems/connect'
import { keepFileFor } from './keep-file'
import { ledgerOfTask } from './ledger'
import { BY_HAND, keptEvidence, recordFor, type StepJob, type WriteDown } from './record-step'
import { subjectFor } from './subject'
import { clipped, failureWords, latest, nextTry, type Turn } from './turn'

/** Each kind says itself how long is too long; what is waited for longer than this is a person's in any case. */
const MOST_WAITING_MS = 40 * 24 * 3_600_000

interface Doing {
  request: PrivacyRequest
  task: Task
  run: StepRun
  act: StepAct
  signal: AbortSignal
}

const actor = systemFor.connectedSystems

/**
 * One turn at a step that connected systems do: asks each of them to do it or whether it is true by now, and writes down what
 * became of it. Safe to repeat at any moment; a run that is over by then is left alone.
 */
export async function doStep({ taskId, step, run: id, tries }: StepJob, signal: AbortSignal): Promise<Turn> {
  const found = await readRequestByTask(actor, taskId)
  const run = found?.task.steps.find(({ key }) => key === step)?.run
  if (!found || !run || run.id !== id) return { is: 'over' }
  const record = recordFor({ taskId, step, run: id })
  const fail = (problem: string) => record('record-step-failure', { problem: clipped(problem) })
  const doneBy = doneByOf(found.task, step)
  if (!doneBy) return await fail('This version of Habeas has this step done by people.')
  try {
    const { results, failures } = await askEach({ ...found, run, act: doneBy.act, signal }, step)
    // The worker has to end, which says nothing about any system.
    if (failures.length > 0 && signal.aborted) return { is: 'again', afterSeconds: 0, tries }
    if (failures.length > 0)
      return againFor(failures, tries) ?? (await fail(unfinished(failures, results, await readSystemNames())))
    return await conclude(results, Date.parse(run.at), record)
  } catch (error) {
    if (error instanceof StepStopped) return await fail(`Nothing more was done: ${error.message}`)
    throw error
  }
}

interface Answered {
  system: string
  result: ActResult
}

/** Asks each system by itself, so that one that fails holds up none of the others. */
async function askEach(doing: Doing, step: string) {
  const results: Answered[] = []
  const failures: SystemFailure[] = []
  for (const system of doing.run.systems) {
    try {
      results.push({ system, result: await actOn(system, step, doing) })
    } catch (error) {
      if (!(error instanceof SystemFailure)) throw error
      failures.push(error)
    }
  }
  return { results, failures }
}

/** When to try again; null where a person has to put something right for at least one of them. */
function againFor(failures: readonly SystemFailure[], tries: number): Turn | null {
  const turns = failures.map(failure => nextTry(failure, tries))
  return turns.includes(null) ? null : latest(turns)
}

/** What failed, and where it is done all the same. */
function unfinished(
  failures: readonly SystemFailure[],
  results: readonly Answered[],
  names: SystemNames,
): string {
  const done = results
    .filter(({ result }) => result.is === 'done')
    .map(({ system }) => systemNamed(system, names))
  const so = done.length > 0 ? [`It is done in ${done.join(', ')}.`] : []
  return [...failures.map(failureWords), ...so, BY_HAND].join(' ')
}

async function conclude(results: readonly Answered[], begunAt: number, record: WriteDown): Promise<Turn> {
  for (const { result } of results) {
    if (result.is === 'exception')
      return await record('record-step-exception', { note: clipped(result.note, 300) })
    if (result.is === 'by-hand') {
      const problem = [result.words, result.link].filter(Boolean).join(' ')
      return await record('record-step-failure', { problem: clipped(problem) })
    }
  }
  const waiting = results.flatMap(({ result }) => (result.is === 'waiting' ? [result] : []))
  const [first] = waiting
  if (first) {
    if (Date.now() - begunAt > MOST_WAITING_MS)
      return await record('record-step-failure', {
        problem: clipped(`It has been waited for too long. ${first.words}`),
      })
    return {
      is: 'again',
      afterSeconds: Math.min(...waiting.map(({ afterSeconds }) => afterSeconds)),
      tries: 0,
    }
  }
  const done = results.flatMap(({ system, result }) => (result.is === 'done' ? [{ system, ...result }] : []))
  const evidence = done.flatMap(({ system, evidence }) => evidence.map(part => ({ system, ...part })))
  const given = done.flatMap(result => result.given ?? []).join(' ')
  const changed = done.some(result => result.changed)
  return await record('record-step-done', {
    changed,
    evidence: keptEvidence(evidence),
    ...(given && { given }),
  })
}

async function newestDeletionList() {
  const { version, emails } = await readDataPlatformList(actor)
  return version === 0 ? null : { version, text: deletionListText(emails) }
}

async function actOn(
  key: string,
  step: string,
  { request, task, run, act: name, signal }: Doing,
): Promise<ActResult> {
  const act = await actOf(key, name, signal)
  if (!act) {
    const name = systemNamed(key, await readSystemNames())
    return { is: 'by-hand', words: `${name} is no longer connected, or is switched off. Do it by hand.` }
  }
  return await act.run({
    subject: subjectFor(request, key),
    effects: ledgerOfTask({ taskId: task.id, step, run: run.id }, key),
    now: new Date(),
    begunAt: new Date(run.at),
    signal,
    keepFile: keepFileFor({ reference: request.reference, taskId: task.id, run: run.id }),
    deletionList: newestDeletionList,
  })
}

/** What a system does for a step; undefined where it is gone, off, or can't. */
export async function actOf(key: string, name: StepAct, signal?: AbortSignal): Promise<Act | undefined> {
  const connection = await connectTo(key, signal ? { signal } : {})
  return connection?.acts?.[name]
}
