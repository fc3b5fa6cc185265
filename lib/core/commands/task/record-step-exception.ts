import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { resolved } from '../../machine/complete-task'
import { type Decision, refuse } from '../../machine/decision'
import { taskNamed } from '../../machine/fact-labels'

/** What a connected system says ends a task as an exception by the handbook's own rule, such as an active organisation. */
export const recordStepException = taskCommand({
  name: 'record-step-exception',
  label: 'End a task by the handbook’s rule',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: ({ task }) => `ended ${taskNamed(task)} as an exception, by the handbook’s rule` },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ step: z.string(), run: z.string(), note: z.string().min(1).max(300) }),
  decide(request, task, { step: key, run, note }, context): Decision {
    const step = task.steps.find(candidate => candidate.key === key)
    if (task.state !== 'open' || step?.run?.id !== run) return refuse('step-not-running')
    const stopped = { ...step, run: null, problem: note }
    const steps = task.steps.map(other => (other.key === key ? stopped : other))
    const left = { ...task, steps }
    const tasks = request.tasks.map(other => (other.id === task.id ? left : other))
    return resolved({ ...request, tasks }, left, { resolution: 'exception', note, found: null }, context)
  },
})
