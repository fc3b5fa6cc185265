import { z } from 'zod'
import { taskPlans } from '../../handbook/tasks/index'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'

/** Has the connected systems search once more, after something was put right or time has passed. */
export const searchAgain = taskCommand({
  name: 'search-again',
  label: 'Search again',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'The connected systems are being searched.',
    history: ({ task }) => `had the connected systems searched again for ${taskNamed(task)}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  keepsVersion: true,
  input: z.object({}),
  decide(request, task, _input, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    if (taskPlans.get(task.key)?.by !== 'found') return refuse('no-system')
    return new Draft(request, context)
      .changeTask(task.id, { searches: [] })
      .effect({ kind: 'search-systems', taskId: task.id })
      .fact({ task: task.key })
      .done()
  },
})
