import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Transaction } from '@/lib/store/database/client'

/** True where a request or a task of it is newly given to somebody who doesn't work here, or no longer. */
export async function givenToNobody(
  tx: Transaction,
  before: PrivacyRequest,
  next: PrivacyRequest,
): Promise<boolean> {
  const had = new Set([before.assigneeId, ...before.tasks.map(task => task.assigneeId)])
  const has = new Set([next.assigneeId, ...next.tasks.map(task => task.assigneeId)])
  const fresh = [...has].filter(id => id !== null && !had.has(id)).map(String)
  if (fresh.length === 0) return false
  return (await tx.staff.count({ where: { id: { in: fresh }, disabledAt: null } })) < fresh.length
}
