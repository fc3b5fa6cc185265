import type { CommandTarget } from '@/components/request/act/command-form'
import type { ShownFile } from '@/components/request/panels/file-list'
import type { Task } from '@/lib/core/request/task'

/** What a task's card and its parts are shown with. */
export interface TaskCardProps {
  on: CommandTarget & { taskId: string }
  task: Task
  /** What this person may do to it; Privacy may work any team's task, with a note. */
  may: { work: boolean; needsNote: boolean; reopen: boolean; note: boolean }
  /** The checks found the account that the task is about. */
  accountFound: boolean
  /** Why nothing may be destroyed now; undefined where it may. */
  stopped: string | undefined
  /** Why this person may carry nothing out here, although others may. */
  barred: string | undefined
  colleagues: readonly { id: string; name: string }[]
  names: ReadonlyMap<string, string>
  /** Files of the task that this person may open. */
  files: readonly ShownFile[]
  notes: readonly { id: string; author: string; text: string; at: Date }[]
  /** Whether this role sees what people wrote. */
  personal: boolean
  now: Date
  timeZone: string
}
