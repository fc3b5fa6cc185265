import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Tx } from '@/lib/store/database/transaction'
import { allWorkHere } from '@/lib/store/staff/staff'

/** True where a request or a task of it is newly given to somebody who doesn't work here, or no longer. */
export async function givenToNobody(tx: Tx, before: PrivacyRequest, next: PrivacyRequest): Promise<boolean> {
  const had = new Set([before.assigneeId, ...before.tasks.map(task => task.assigneeId)])
  const has = new Set([next.assigneeId, ...next.tasks.map(task => task.assigneeId)])
  const fresh = [...has].filter(id => id !== null && !had.has(id)).map(String)
  if (fresh.length === 0) return false
  return !(await allWorkHere(tx, fresh))
}
