import { marketingAddresses } from '@/lib/core/derived/account-addresses'
import { doersOf } from '@/lib/core/derived/tasks/doers'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { readRequestByTask } from '@/lib/store/request/requests'
import { type ActResult, StepStopped } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { runTaskCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { connectedSystems } from '../systems/connected'
import { actOf } from './do-step'
import { ledgerOfTask } from './ledger'
import { subjectFor } from './subject'
import { clipped, failureWords, nextTry, type Turn } from './turn'

const actor = systemFor.connectedSystems

/** What became of a system's own task: nobody is connected for it, or connected systems are at it. */
export type SystemTaskTurn = Turn | { is: 'not-connected' }

/**
 * Has connected systems do a task of the system's own, such as the erasure in marketing. Safe to repeat; what fails for good is
 * handed to Privacy with words that say why.
 */
export async function doSystemTask(
  { taskId, tries, begunAt }: { taskId: string; tries: number; begunAt: Date },
  signal: AbortSignal,
): Promise<SystemTaskTurn> {
  const found = await readRequestByTask(actor, taskId)
  const doneBy = found && taskPlans.get(found.task.key)?.doneBy
  if (!found || !doneBy || found.task.state !== 'open' || found.task.team !== 'system')
    return { is: 'not-connected' }
  const { request } = found
  const doers = doersOf(request, doneBy, await connectedSystems())
  if (doers.length === 0) return { is: 'not-connected' }
  try {
    const results: ActResult[] = []
    for (const { key } of doers) {
      const act = await actOf(key, doneBy.act, signal)
      if (!act) return { is: 'not-connected' }
      results.push(
        await act.run({
          subject: { ...subjectFor(request, key), ...marketingSubject(request) },
          effects: ledgerOfTask({ taskId }, key),
          now: new Date(),
          begunAt,
          signal,
          keepFile: async () => ({ ok: false, words: 'This task takes no file.' }),
          deletionList: async () => null,
        }),
      )
    }
    return await conclude(
      taskId,
      doers.map(({ name }) => name),
      results,
    )
  } catch (error) {
    // What is on hold, or waits for somebody, is begun again once it may.
    if (error instanceof StepStopped) return { is: 'over' }
    const again = error instanceof SystemFailure ? nextTry(error, tries) : null
    return again ?? (await fail(taskId, failureWords(error)))
  }
}

/** Marketing knows people by address alone. */
const marketingSubject = (request: PrivacyRequest) => ({
  emails: marketingAddresses(request),
  accountId: null,
  username: null,
})

async function fail(taskId: string, problem: string): Promise<Turn> {
  const commandId = `system-task-failed:${taskId}:${crypto.randomUUID()}`
  await runTaskCommand(actor, taskId, 'fail-system-task', { problem: clipped(problem) }, { commandId })
  return { is: 'over' }
}

async function conclude(taskId: string, systems: string[], results: readonly ActResult[]): Promise<Turn> {
  for (const result of results) {
    if (result.is === 'by-hand') return await fail(taskId, result.words)
    if (result.is === 'exception') return await fail(taskId, result.note)
  }
  const waiting = results.flatMap(result => (result.is === 'waiting' ? [result.afterSeconds] : []))
  if (waiting.length > 0) return { is: 'again', afterSeconds: Math.min(...waiting), tries: 0 }
  const done = results.flatMap(result => (result.is === 'done' ? [result] : []))
  const evidence = done.flatMap(result => result.evidence.map(({ what, result: so }) => `${what}: ${so}`))
  const by = {
    systems,
    changed: done.some(({ changed }) => changed),
    evidence: evidence.slice(0, 20).map(line => clipped(line, 300)),
  }
  const commandId = `system-task:${taskId}:${crypto.randomUUID()}`
  await runTaskCommand(actor, taskId, 'complete-system-task', { by }, { commandId })
  return { is: 'over' }
}
