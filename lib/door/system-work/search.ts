import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { SearchRecord } from '@/lib/core/request/task'
import { type ConnectedSystem, isSearched } from '@/lib/core/systems/connected'
import { readRequestByTask } from '@/lib/store/request/requests'
import { SystemFailure } from '@/lib/systems/failure'
import { runTaskCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { connectTo } from '../systems/connect'
import { connectedSystems } from '../systems/connected'
import { subjectFor } from './subject'
import { failureWords, nextTry, type Turn } from './turn'

export interface SearchJob {
  taskId: string
  tries: number
}

const actor = systemFor.connectedSystems

const questionOf = ({ role }: ConnectedSystem): SearchRecord['of'] =>
  role === 'support-desk' ? 'zendesk' : 'customersPortal'

type Answer = Pick<SearchRecord, 'state' | 'ids' | 'words'>

/** One system's answer; the failure where it could answer later. */
async function ask(
  system: ConnectedSystem,
  request: PrivacyRequest,
  tries: number,
  signal: AbortSignal,
): Promise<Answer | SystemFailure> {
  try {
    const connection = await connectTo(system.key, { signal })
    if (!connection?.find) return { state: 'failed', ids: [], words: `${system.name} can’t be searched.` }
    const { ids, words } = await connection.find(subjectFor(request, system.key))
    return { state: ids.length > 0 ? 'found' : 'nothing', ids: [...ids], words }
  } catch (error) {
    if (error instanceof SystemFailure && nextTry(error, tries)) return error
    return { state: 'failed', ids: [], words: failureWords(error) }
  }
}

/**
 * Searches the systems that a task asks about for the person, each by itself, and writes down what each answered. Systems that
 * can't answer now are asked again; those that have answered aren't.
 */
export async function searchSystems({ taskId, tries }: SearchJob, signal: AbortSignal): Promise<Turn> {
  const found = await readRequestByTask(actor, taskId)
  const questions = found && taskPlans.get(found.task.key)?.systems
  if (!found || !questions || found.task.state !== 'open') return { is: 'over' }
  const answered = found.task.searches.map(({ system }) => system)
  const systems = (await connectedSystems()).filter(
    system => isSearched(system) && questions.includes(questionOf(system)) && !answered.includes(system.key),
  )
  const failures: SystemFailure[] = []
  for (const system of systems) {
    const answer = await ask(system, found.request, tries, signal)
    if (answer instanceof SystemFailure) failures.push(answer)
    else {
      const input = { system: system.key, of: questionOf(system), ...answer }
      const commandId = `search:${taskId}:${system.key}:${crypto.randomUUID()}`
      await runTaskCommand(actor, taskId, 'record-search', input, { commandId })
    }
  }
  const turns = failures.flatMap(failure => nextTry(failure, tries) ?? [])
  const again = turns.filter(turn => turn.is === 'again')
  return again.length > 0
    ? { is: 'again', afterSeconds: Math.max(...again.map(turn => turn.afterSeconds)), tries: tries + 1 }
    : { is: 'over' }
}
