import { z } from 'zod'
import { blockedBy } from '../../derived/tasks/blocked-by'
import { waitsFor } from '../../derived/tasks/waits-for'
import { connectedNote } from '../../handbook/tasks/by-connected'
import { taskPlans } from '../../handbook/tasks/index'
import { erasedNote } from '../../handbook/tasks/usage-data-deletion'
import { taskCommand } from '../../machine/command'
import { suppress } from '../../machine/complete-task'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { advance } from '../../machine/flow'

/** The system has carried its own task out. */
export const completeSystemTask = taskCommand({
  name: 'complete-system-task',
  label: 'Complete a system task',
  may: 'The system’s own tasks',
  who: ['system'],
  says: { history: ({ task }) => `carried out ${taskNamed(task)}` },
  from: ['processing'],
  to: ['processing', 'closed'],
  input: z.object({
    /** Connected systems did it. */
    by: z
      .object({
        systems: z.array(z.string()).min(1),
        changed: z.boolean(),
        evidence: z.array(z.string().max(300)).max(20),
      })
      .optional(),
  }),
  erasesEvents: task => taskPlans.get(task.key)?.erasesEvents ?? false,
  decide(request, task, { by }, context) {
    if (task.state !== 'open' || task.team !== 'system') return refuse('task-not-open')
    const blocked = blockedBy(request)
    if (blocked) return refuse(blocked)
    const access = waitsFor(request)
    if (access) return refuse('access-open', access.reference)
    const draft = new Draft(request, context).fact({ task: task.key })
    if (by) {
      const note = connectedNote(by.systems, by.changed, by.evidence)
      return advance(draft.fact({ systems: by.systems }).resolveTask(task, 'complete', note)).done()
    }
    const plan = taskPlans.get(task.key)
    if (!plan?.erasesEvents)
      return advance(suppress(draft.resolveTask(task, 'complete'), plan?.suppresses)).done()
    const events = context.erasedEvents ?? 0
    return advance(draft.resolveTask(task, 'complete', erasedNote(events)).fact({ events })).done()
  },
})
