import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'

/** Takes back the last tick of a step that destroys nothing. */
export const untickStep = taskCommand({
  name: 'untick-step',
  label: 'Undo',
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ step: z.string().max(60) }),
  decide(request, task, input, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    const last = task.steps.findLast(one => one.doneAt)
    if (!last || last.key !== input.step) return refuse('step-out-of-order', last?.key)
    if (last.destructive) return refuse('erasure-begun')
    const steps = task.steps.map(one => (one.id === last.id ? { ...one, doneAt: null, doneById: null } : one))
    return new Draft(request, context)
      .fact({ task: task.key, step: last.key })
      .changeTask(task.id, { steps })
      .done()
  },
})
