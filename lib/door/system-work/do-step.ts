import { deletionListText } from '@/lib/core/account/deletion-list'
import { doneByOf } from '@/lib/core/derived/tasks/doers'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { StepRun, Task } from '@/lib/core/request/task'
import type { StepAct } from '@/lib/core/systems/names'
import { readDataPlatformList } from '@/lib/store/accounts/data-platform-list'
import { readRequestByTask } from '@/lib/store/request/requests'
import { type Act, type ActResult, StepStopped } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { runTaskCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { connectTo } from '../systems/connect'
import { keepFileFor } from './keep-file'
import { ledgerOfTask } from './ledger'
import { subjectFor } from './subject'
import { failureWords, nextTry, type Turn } from './turn'

/** Each kind says itself how long is too long; what is waited for longer than this is a person's in any case. */
const MOST_WAITING_MS = 40 * 24 * 3_600_000

export interface StepJob {
  taskId: string
  step: string
  run: string
  tries: number
}

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
  const record = async (command: string, input: object) => {
    const commandId = `${command}:${id}`
    await runTaskCommand(actor, taskId, command, { step, run: id, ...input }, { commandId })
    return { is: 'over' } as const
  }
  const fail = (problem: string) => record('record-step-failure', { problem })
  const doneBy = doneByOf(found.task, step)
  if (!doneBy) return await fail('This version of Habeas has this step done by people.')
  try {
    const doing = { ...found, run, act: doneBy.act, signal }
    const results: { system: string; result: ActResult }[] = []
    for (const system of run.systems) results.push({ system, result: await actOn(system, step, doing) })
    return await conclude(results, Date.parse(run.at), record)
  } catch (error) {
    if (error instanceof StepStopped) return await fail(`Nothing more was done: ${error.message}`)
    if (error instanceof SystemFailure) {
      const again = nextTry(error, tries)
      if (again) return again
    }
    return await fail(`${failureWords(error)} Do it by hand, or try again later.`)
  }
}

type Record = (command: string, input: object) => Promise<Turn>

async function conclude(
  results: readonly { system: string; result: ActResult }[],
  begunAt: number,
  record: Record,
): Promise<Turn> {
  for (const { result } of results) {
    if (result.is === 'exception') return await record('record-step-exception', { note: result.note })
    if (result.is === 'by-hand') {
      const problem = [result.words, result.link].filter(Boolean).join(' ')
      return await record('record-step-failure', { problem })
    }
  }
  const waiting = results.flatMap(({ result }) => (result.is === 'waiting' ? [result] : []))
  const [first] = waiting
  if (first) {
    if (Date.now() - begunAt > MOST_WAITING_MS)
      return await record('record-step-failure', {
        problem: `It has been waited for too long. ${first.words}`,
      })
    return {
      is: 'again',
      afterSeconds: Math.min(...waiting.map(({ afterSeconds }) => afterSeconds)),
      tries: 0,
    }
  }
  const done = results.flatMap(({ system, result }) => (result.is === 'done' ? [{ system, ...result }] : []))
  const evidence = done.flatMap(({ system, evidence }) =>
    evidence.map(({ at, what, result }) => ({ system, at: at.toISOString(), what, result })),
  )
  const given = done.flatMap(result => result.given ?? []).join(' ')
  const changed = done.some(result => result.changed)
  return await record('record-step-done', { changed, evidence, ...(given && { given }) })
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
  if (!act) return { is: 'by-hand', words: `The system “${key}” is no longer connected. Do it by hand.` }
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
