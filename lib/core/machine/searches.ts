import { taskPlans } from '../handbook/tasks/index'
import { openTasks } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { type ConnectedSystem, isSearched } from '../systems/connected'
import type { Effect } from './decision'

/** A search that people decide by is begun by the connected systems as soon as its task is open. */
export function searchesBegun(
  before: PrivacyRequest,
  now: PrivacyRequest,
  systems: readonly ConnectedSystem[],
): Effect[] {
  if (!systems.some(isSearched)) return []
  const open = new Set(openTasks(before).map(({ id }) => id))
  return openTasks(now)
    .filter(({ id, key }) => !open.has(id) && taskPlans.get(key)?.by === 'found')
    .map(({ id }) => ({ kind: 'search-systems', taskId: id }))
}
