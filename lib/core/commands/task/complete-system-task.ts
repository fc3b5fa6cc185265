import { z } from 'zod'
import { taskCommand } from '../../command'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { advance } from '../../flow'
import { stoppedBy } from '../../stopped'

/** The system has carried its own task out. */
export const completeSystemTask = taskCommand({
  name: 'complete-system-task',
  label: 'Complete a system task',
  from: ['processing'],
  to: ['processing', 'closed'],
  input: z.object({}),
  decide(request, task, _input, context) {
    if (task.state !== 'open' || task.team !== 'system') return refuse('task-not-open')
    const stopped = stoppedBy(request)
    if (stopped) return refuse(stopped)
    return advance(
      new Draft(request, context)
        .resolveTask(task, 'complete')
        .fact({ task: task.key })
        .effect({ kind: 'suppress' }),
    ).done()
  },
})
