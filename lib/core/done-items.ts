import type { Request, Resolution, Task } from './request'
import { taskPlans } from './tasks/index'

/** What a closing message may name: only what was really done, and what was looked for and not there. */
export function doneItems(request: Request): { done_items: string[]; not_done_items: string[] } {
  const wordsFor = (resolution: Resolution) => (task: Task) => {
    const plan = taskPlans.get(task.key)
    const untouched = request.handled !== null && plan?.erasesAccount
    const words = resolution === 'complete' ? plan?.doneWords : plan?.notFoundWords
    return task.resolution === resolution && words && !untouched ? [words] : []
  }
  return {
    done_items: request.tasks.flatMap(wordsFor('complete')),
    not_done_items: request.tasks.flatMap(wordsFor('not_found')),
  }
}
