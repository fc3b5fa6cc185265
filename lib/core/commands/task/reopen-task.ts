import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { advance, startWork } from '../../machine/flow'
import { reviveTask } from '../../machine/plan-tasks'

/** Privacy reopens an exception, with a note; the work that it blocked resumes. */
export const reopenTask = taskCommand({
  name: 'reopen-task',
  label: 'Reopen the task',
  may: 'Reopen a task, or accept its exception',
  who: ['privacy'],
  says: {
    done: 'The task is open again.',
    history: ({ task }) => `reopened ${taskNamed(task)}`,
  },
  from: ['processing'],
  to: ['processing'],
  input: z.object({ note: z.string().trim().min(1).max(2000) }),
  decide(request, task, { note }, context) {
    if (task.state !== 'resolved' || task.resolution === 'complete') return refuse('task-not-open')
    const draft = reviveTask(new Draft(request, context), task.id)
      .note(`Task reopened: ${note}`, task.id)
      .fact({ task: task.key })
    startWork(draft)
    return advance(draft).done()
  },
})
