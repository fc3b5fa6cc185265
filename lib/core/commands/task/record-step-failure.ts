import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { stepNamed } from '../../machine/fact-labels'
import { changeStep } from '../../machine/steps/done'

/** Connected systems couldn't do a step, or something forbids it by now: a person continues, with words that say why. */
export const recordStepFailure = taskCommand({
  name: 'record-step-failure',
  label: 'Leave a step to a person',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: facts => `could not do “${stepNamed(facts)}” and left it to a person` },
  from: ['verifying', 'processing', 'closed'],
  to: ['verifying', 'processing', 'closed'],
  keepsVersion: true,
  input: z.object({
    step: z.string(),
    run: z.string(),
    /** No personal data. */
    problem: z.string().max(600),
  }),
  decide(request, task, { step: key, run, problem }, context) {
    const step = task.steps.find(candidate => candidate.key === key)
    if (step?.run?.id !== run) return refuse('step-not-running')
    const draft = new Draft(request, context).fact({ task: task.key, step: key })
    return changeStep(draft, task.id, key, { run: null, problem }).done()
  },
})
