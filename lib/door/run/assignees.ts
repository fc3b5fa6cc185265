import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Tx } from '@/lib/store/database/transaction'
import { allWorkHere } from '@/lib/store/staff/staff'

/** False where the request or one of its tasks is newly assigned to somebody who isn't active staff. */
export async function assigneesExist(tx: Tx, before: PrivacyRequest, next: PrivacyRequest): Promise<boolean> {
  const had = new Set([before.assigneeId, ...before.tasks.map(task => task.assigneeId)])
  const has = new Set([next.assigneeId, ...next.tasks.map(task => task.assigneeId)])
  const fresh = [...has].filter(id => id !== null && !had.has(id)).map(String)
  return fresh.length === 0 || (await allWorkHere(tx, fresh))
}
