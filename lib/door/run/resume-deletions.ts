import { handsOver } from '@/lib/core/derived/waits-for'
import { openRelated } from '@/lib/core/request/related'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { addJob } from '@/lib/store/database/jobs'
import type { Tx } from '@/lib/store/database/transaction'
import { openSystemTasks } from '@/lib/store/request/related'

/** An access or export is over: what the system had to leave alone because of it is tried again. */
export async function resumeDeletions(tx: Tx, before: PrivacyRequest, next: PrivacyRequest): Promise<void> {
  if (!handsOver(before.type) || before.state === 'closed') return
  if (next.state !== 'closed' && handsOver(next.type)) return
  const waiting = openRelated(next).map(({ id }) => id)
  for (const taskId of await openSystemTasks(tx, waiting))
    await addJob(tx, 'system-task', { taskId }, { maxAttempts: 5 })
}
