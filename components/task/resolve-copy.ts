import type { TaskPlan } from '@/lib/core/handbook/tasks/plan'
import { openTasks } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'

/** What is said before a task is resolved: above all that the last one closes the request and mails the person. */
export function resolveSentence(request: PrivacyRequest, task: Pick<Task, 'id'>, by: TaskPlan['by']): string {
  const isLast = openTasks(request).every(({ id }) => id === task.id)
  if (by === 'found')
    return isLast
      ? 'This is the last open task. Found in neither, the request closes at once, and the person is told that we hold nothing there; that can’t be taken back. Where something was found, a deletion task opens for that system’s team.'
      : 'In both is Complete, in neither Not Found, in one an Exception that names it; where it was found, a deletion task opens for that system’s team.'
  return isLast
    ? 'This is the last open task. Unless it is an Exception, the request closes at once, and the person is told what was done; that can’t be taken back.'
    : 'The task ends. Other tasks are still open.'
}
