import { taskPlans } from '../handbook/tasks/index'
import type { Actor } from '../people/actor'
import { mayRun, supportAndPrivacy } from '../people/permissions'
import type { FilePurpose, FileRecord } from '../request/file-record'
import type { PrivacyRequest } from '../request/request'
import type { Task } from '../request/task'

/** What a file on this task, or on the request itself, is there for. */
export const purposeOn = (task: Task | null): FilePurpose =>
  task && taskPlans.get(task.key)?.handsOver ? 'hand-over' : 'attachment'

/** Who may add a file: a task's own team and Privacy; to the request itself support and Privacy. */
export const mayUpload = (actor: Actor, task: Task | null): boolean =>
  mayRun(actor, task ? ['task-team', 'privacy'] : supportAndPrivacy, task ?? undefined)

/** Which staff may open a file: proofs only Privacy; a task's files its team and Privacy; the rest support and Privacy. */
export function mayOpenFile(actor: Actor, request: Pick<PrivacyRequest, 'tasks'>, file: FileRecord): boolean {
  if (actor.kind !== 'staff' || file.removedAt) return false
  if (file.purpose === 'proof') return actor.role === 'privacy'
  const task = request.tasks.find(task => task.id === file.taskId)
  return mayUpload(actor, task ?? null)
}

/** The files of a request that this member of staff may open, oldest first. */
export const filesFor = (actor: Actor, request: Pick<PrivacyRequest, 'tasks' | 'files'>): FileRecord[] =>
  request.files.filter(file => mayOpenFile(actor, request, file))
