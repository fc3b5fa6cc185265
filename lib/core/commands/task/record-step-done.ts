import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { type Decision, refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { listed, stepNamed } from '../../machine/fact-labels'
import { continueTask, nextNeedsLook } from '../../machine/steps/continue'
import { stepDone } from '../../machine/steps/done'

const line = z.object({
  system: z.string(),
  at: z.iso.datetime(),
  what: z.string().max(200),
  result: z.string().max(300),
})

/** Connected systems have done a step, or found nothing to do: it is ticked by that, with their evidence. */
export const recordStepDone = taskCommand({
  name: 'record-step-done',
  label: 'Record that a step is done',
  may: 'What the system does automatically',
  who: ['system'],
  says: {
    history: facts =>
      facts.changed
        ? `did “${stepNamed(facts)}” through ${listed(facts.systems)}`
        : `settled “${stepNamed(facts)}” in ${listed(facts.systems)} without changing anything there`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing', 'closed'],
  keepsVersion: true,
  input: z.object({
    step: z.string(),
    run: z.string(),
    changed: z.boolean(),
    evidence: z.array(line).min(1).max(200),
    given: z.string().max(2000).optional(),
  }),
  wantsFreshChecks: (request, input, task) => nextNeedsLook(request, task, input.step),
  decide(request, task, { step: key, run: id, changed, evidence, given }, context): Decision {
    const step = task.steps.find(candidate => candidate.key === key)
    if (task.state !== 'open' || !step?.run || step.run.id !== id) return refuse('step-not-running')
    const { byId, systems, rest } = step.run
    const draft = new Draft(request, context).fact({ task: task.key, step: key, systems, changed })
    if (changed && step.destructive) draft.set({ erasureBegunAt: request.erasureBegunAt ?? context.now })
    stepDone(draft, task, step, {
      doneById: byId,
      given: step.asks ? (given ?? null) : null,
      evidence: evidence.map(part => ({ kind: 'system' as const, byId, changed, ...part })),
    })
    return rest ? continueTask(draft, task.id, byId) : draft.done()
  },
})
