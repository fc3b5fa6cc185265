import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'

/** Gives a task to a person, or to nobody. The door refuses an id of nobody who works here. */
export const assignTask = taskCommand({
  name: 'assign',
  label: 'Assign',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'Assigned.',
    history: ({ task, assignee }) => `${assignee ? 'assigned' : 'took everybody off'} ${taskNamed(task)}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ to: z.string().max(100).nullable() }),
  decide: (request, task, { to }, context) =>
    new Draft(request, context)
      .changeTask(task.id, { assigneeId: to || null })
      .fact({ task: task.key, assignee: to || null })
      .done(),
})
