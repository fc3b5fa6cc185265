import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'

/** Gives a task to a person, or to nobody. The door refuses an id of nobody who works here. */
export const assignTask = taskCommand({
  name: 'assign',
  label: 'Assign',
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ to: z.string().max(100).nullable() }),
  decide: (request, task, { to }, context) =>
    new Draft(request, context)
      .changeTask(task.id, { assigneeId: to || null })
      .fact({ task: task.key, assignee: to || null })
      .done(),
})
