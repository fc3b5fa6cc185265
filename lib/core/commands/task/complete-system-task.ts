import { z } from 'zod'
import { taskCommand } from '../../command'
import { openEscalation, openHolds } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { advance } from '../../flow'

/** The system has carried its own task out. */
export const completeSystemTask = taskCommand({
  name: 'complete-system-task',
  label: 'Complete a system task',
  from: ['processing'],
  to: ['processing', 'closed'],
  who: ['system'],
  input: z.object({}),
  decide(request, task, _input, context) {
    if (task.state !== 'open' || task.team !== 'system') return refuse('task-not-open')
    if (openHolds(request).length > 0) return refuse('on-hold')
    if (openEscalation(request)) return refuse('escalation-open')
    return advance(
      new Draft(request, context)
        .resolveTask(task, 'complete')
        .fact({ task: task.key })
        .effect({ kind: 'suppress' }),
    ).done()
  },
})
