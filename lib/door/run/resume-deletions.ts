import { newlyReady } from '@/lib/core/derived/tasks/ready-to-work'
import { handsOver } from '@/lib/core/derived/tasks/waits-for'
import { openRelated } from '@/lib/core/request/related'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Tx } from '@/lib/store/database/transaction'
import { openSystemTasks } from '@/lib/store/request/related'
import { loadRequest } from '@/lib/store/request/requests'
import { addTurn } from '@/lib/store/systems/turns'
import { mailTeam } from './effects'

/**
 * An access or export is over: what the system had to leave alone because of it is tried again, and the teams whose tasks waited
 * for it are told that they can begin.
 */
export async function resumeDeletions(tx: Tx, before: PrivacyRequest, next: PrivacyRequest): Promise<void> {
  if (!handsOver(before.type) || before.state === 'closed') return
  if (next.state !== 'closed' && handsOver(next.type)) return
  const waiting = openRelated(next).map(({ id }) => id)
  for (const taskId of await openSystemTasks(tx, waiting))
    await addTurn(tx, 'system-task', taskId, { taskId }, { maxAttempts: 5 })
  for (const id of waiting) await tellTeams(tx, id, before)
}

/** Mails the tasks of a request that waited for this other one alone. */
async function tellTeams(tx: Tx, id: string, over: PrivacyRequest): Promise<void> {
  const now = await loadRequest(tx, { id })
  if (!now) return
  const { state, type } = over
  const asItWas = now.related.map(other =>
    other.id === over.id ? { ...other, state, type, outcome: null, closedAt: null } : other,
  )
  for (const { id: taskId, team } of newlyReady({ ...now, related: asItWas }, now))
    if (team !== 'system') await mailTeam(tx, now, { kind: 'team-mail', team, key: 'task-opened', taskId })
}
