import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'

/** The system could not carry its own task out: it becomes Privacy's. */
export const failSystemTask = taskCommand({
  name: 'fail-system-task',
  label: 'Hand a system task to Privacy',
  may: 'The system’s own tasks',
  who: ['system'],
  says: { history: ({ task }) => `could not carry out ${taskNamed(task)} and gave it to Privacy` },
  from: ['processing'],
  to: ['processing'],
  input: z.object({
    /** Why, without personal data. */
    problem: z.string().max(600).optional(),
  }),
  decide(request, task, { problem }, context) {
    if (task.state !== 'open' || task.team !== 'system') return refuse('task-not-open')
    const draft = new Draft(request, context)
    if (problem) draft.note(problem, task.id)
    return draft.changeTask(task.id, { team: 'privacy' }).fact({ task: task.key, failed: true }).done()
  },
})
