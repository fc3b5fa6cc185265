import { taskPlans } from '../../handbook/tasks/index'
import type { Task } from '../../request/task'
import { markRead } from '../conversation/read-messages'
import type { Draft } from '../draft'

/** A colleague who takes the export in hand has read the call for help that it answers; anything else unread stays so. */
export const readCallForHelp = (draft: Draft, task: Task): Draft =>
  taskPlans.get(task.key)?.handsOver === 'project-export-complete' ? markRead(draft, 'asked-for-help') : draft
