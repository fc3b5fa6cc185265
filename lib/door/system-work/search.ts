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
import { failureWords, latest, nextTry, type Turn } from './turn'

export interface SearchJob {
  taskId: string
  tries: number
}

const actor = systemFor.connectedSystems

const questionOf = ({ role }: ConnectedSystem): SearchRecord['of'] =>
  role === 'support-desk' ? 'zendesk' : 'customersPortal'

type Answer = Pick<SearchRecord, 'state' | 'ids' | 'words'>

interface HowToSearch {
  signal: AbortSignal
  /** What a person is told of an error that is no system's; null where the job is tried again. */
  brokenWords(error: unknown): string | null
}

/** One system's answer; what it threw where it could answer later. */
async function ask(
  system: ConnectedSystem,
  request: PrivacyRequest,
  tries: number,
  { signal, brokenWords }: HowToSearch,
): Promise<Answer | { later: unknown }> {
  const failed = (words: string): Answer => ({ state: 'failed', ids: [], words })
  try {
    const connection = await connectTo(system.key, { signal })
    if (!connection?.find) return failed(`${system.name} can’t be searched.`)
    const { ids, words } = await connection.find(subjectFor(request, system.key))
    return { state: ids.length > 0 ? 'found' : 'nothing', ids: [...ids], words }
  } catch (error) {
    if (error instanceof SystemFailure)
      return nextTry(error, tries) ? { later: error } : failed(failureWords(error))
    const words = brokenWords(error)
    return words === null ? { later: error } : failed(words)
  }
}

/**
 * Searches the systems that a task asks about for the person, each by itself, and writes down what each answered. Systems that
 * can't answer now are asked again; those that have answered aren't.
 * @throws what is no failure of a system, once the others were asked
 */
export async function searchSystems({ taskId, tries }: SearchJob, how: HowToSearch): Promise<Turn> {
  const found = await readRequestByTask(actor, taskId)
  const questions = found && taskPlans.get(found.task.key)?.systems
  if (!found || !questions || found.task.state !== 'open') return { is: 'over' }
  const answered = found.task.searches.map(({ system }) => system)
  const systems = (await connectedSystems()).filter(
    system => isSearched(system) && questions.includes(questionOf(system)) && !answered.includes(system.key),
  )
  const later: unknown[] = []
  for (const system of systems) {
    const answer = await ask(system, found.request, tries, how)
    if ('later' in answer) later.push(answer.later)
    else {
      const input = { system: system.key, of: questionOf(system), ...answer }
      const commandId = `search:${taskId}:${system.key}:${crypto.randomUUID()}`
      await runTaskCommand(actor, taskId, 'record-search', input, { commandId })
    }
  }
  return turnAfter(later, tries)
}

function turnAfter(later: readonly unknown[], tries: number): Turn {
  const turns = later.map(error => {
    if (!(error instanceof SystemFailure)) throw error
    return nextTry(error, tries)
  })
  return latest(turns)
}
