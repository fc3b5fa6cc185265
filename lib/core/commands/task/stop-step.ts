import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { stepNamed } from '../../machine/fact-labels'
import { changeStep } from '../../machine/steps/done'

/** A person takes over a step that connected systems are doing. What they have done is done; nothing more is begun. */
export const stopStep = taskCommand({
  name: 'stop-step',
  label: 'Do it by hand',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'Nothing more is begun. Look at what was done before you continue by hand.',
    history: facts => `took “${stepNamed(facts)}” over from a connected system`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ step: z.string().max(60) }),
  decide(request, task, { step: key }, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    const step = task.steps.find(candidate => candidate.key === key)
    if (!step) return refuse('no-such-step', key)
    if (!step.run) return refuse('step-not-running')
    const draft = new Draft(request, context).fact({ task: task.key, step: key })
    return changeStep(draft, task.id, key, { run: null, problem: 'Taken over by a person.' }).done()
  },
})
