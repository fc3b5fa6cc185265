import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { stepNamed } from '../../machine/fact-labels'
import { lastByHand } from '../../request/task'

/** Takes back the last tick of a step that destroys nothing. */
export const untickStep = taskCommand({
  name: 'untick-step',
  label: 'Undo',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'Taken back.',
    history: facts => `took back “${stepNamed(facts)}”`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ step: z.string().max(60) }),
  decide(request, task, input, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    if (task.steps.some(({ key, evidence }) => key === input.step && evidence.length > 0))
      return refuse('seen-by-product')
    const last = lastByHand(task)
    if (!last || last.key !== input.step) return refuse('step-out-of-order', last?.key)
    if (last.destructive) return refuse('erasure-begun')
    const steps = task.steps.map(step =>
      step.id === last.id ? { ...step, doneAt: null, doneById: null, given: null } : step,
    )
    return new Draft(request, context)
      .fact({ task: task.key, step: last.key })
      .changeTask(task.id, { steps })
      .done()
  },
})
