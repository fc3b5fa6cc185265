import type { ReactNode } from 'react'
import type { CommandTarget } from '@/components/request/form/command-form'
import type { ShownFile } from '@/components/request/panels/file-list'
import type { TaskActs } from '@/lib/core/advice/task-acts'
import type { WorkLinks } from '@/lib/core/handbook/work-links'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'
import type { ConnectedSystem } from '@/lib/core/systems/connected'
import type { SystemNames } from '@/lib/core/systems/system-names'

/** What a task's card and its parts are shown with. */
export interface TaskCardProps {
  on: CommandTarget & { taskId: string }
  task: Task
  /** What this person can do to it now. */
  acts: TaskActs
  /** Whether they work it, with a note where it is another team's. */
  may: { work: boolean; needsNote: boolean }
  colleagues: readonly { id: string; name: string }[]
  names: ReadonlyMap<string, string>
  /** Files of the task that this person may open. */
  files: readonly ShownFile[]
  notes: readonly { id: string; author: string; text: string; at: Date }[]
  /** Whether this role sees what people wrote. */
  personal: boolean
  /** The last file was found on another request, too: the next is confirmed. */
  confirmFile: boolean
  /** Whose data it is about. */
  request: PrivacyRequest
  /** What is connected, for what systems can do of the task's steps. */
  systems: readonly ConnectedSystem[]
  /** Of those, too, that are switched off by now. */
  systemNames: SystemNames
  /** What systems would do for the next step, from live data; nothing where none would. */
  preview: ReactNode
  /** The newest version of the deletion list; 0 while nothing waits on it, or for those who don't see it. */
  listVersion: number
  /** Pages that its steps lead to. */
  links: WorkLinks
  now: Date
  timeZone: string
}
