import { z } from 'zod'
import { taskCommand } from '../../command'
import { openEscalation, openHolds } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { advance } from '../../flow'
import { taskPlans } from '../../tasks/index'

/** The system has carried its own task out. */
export const completeSystemTask = taskCommand({
  name: 'complete-system-task',
  label: 'Complete a system task',
  from: ['processing'],
  to: ['processing', 'closed'],
  who: ['system'],
  input: z.object({}),
  erasesEvents: task => taskPlans.get(task.key)?.erasesEvents ?? false,
  decide(request, task, _input, context) {
    if (task.state !== 'open' || task.team !== 'system') return refuse('task-not-open')
    if (openHolds(request).length > 0) return refuse('on-hold')
    if (openEscalation(request)) return refuse('escalation-open')
    const draft = new Draft(request, context).fact({ task: task.key })
    if (!taskPlans.get(task.key)?.erasesEvents)
      return advance(draft.resolveTask(task, 'complete').effect({ kind: 'suppress' })).done()
    const events = context.erasedEvents ?? 0
    const note = events === 1 ? '1 event deleted' : `${events} events deleted`
    return advance(
      draft.resolveTask(task, events > 0 ? 'complete' : 'not_found', note).fact({ events }),
    ).done()
  },
})
