import { z } from 'zod'
import { privacyNeedsNote } from '../../derived/privacy-note'
import { taskCommand } from '../../machine/command'
import { type Decision, refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { stepNamed } from '../../machine/fact-labels'
import { mayWork, needsFreshLook, stepBlocked } from '../../machine/steps/may-do'
import { readCallForHelp } from '../../machine/steps/read-call'
import { startRun } from '../../machine/steps/run'

/**
 * Has the connected systems do the next step of a checklist, by the same rules as ticking it. It is done once they say so and the
 * evidence is kept; until then it is under way.
 */
export const doStep = taskCommand({
  name: 'do-step',
  label: 'Do it',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'Begun. The step is ticked once it is true.',
    history: facts =>
      facts.rest
        ? `had “${stepNamed(facts)}” and the steps after it done by connected systems`
        : `had “${stepNamed(facts)}” done by a connected system`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    step: z.string().max(60),
    /** The steps after it, too, as far as systems can; a task that is done by that is resolved as Complete. */
    rest: z.union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')]).optional(),
    note: z.string().trim().max(2000).optional(),
  }),
  wantsFreshChecks: (request, input, task) => needsFreshLook(request, task, input.step),
  decide(request, task, { step: key, rest = false, note }, context): Decision {
    if (task.state !== 'open') return refuse('task-not-open')
    if (privacyNeedsNote(task, note, context.actor)) return refuse('needs-note-from-privacy')
    const step = task.steps.find(candidate => candidate.key === key)
    if (!step) return refuse('no-such-step', key)
    if (step.doneAt) return refuse('step-done')
    if (step.run) return refuse('step-running')
    const next = task.steps.find(step => !step.doneAt)
    if (next !== step) return refuse('step-out-of-order', next?.key)
    const draft = new Draft(request, context).fact({ task: task.key, step: key, ...(rest && { rest }) })
    const refused = mayWork(request, task, draft) ?? stepBlocked(request, task, step, draft)
    if (refused) return refused
    readCallForHelp(draft, task)
    if (note) draft.note(note, task.id)
    const byId = context.actor.kind === 'staff' ? context.actor.id : null
    return startRun(draft, task, step, { rest, byId }) ? draft.done() : refuse('no-system')
  },
})
