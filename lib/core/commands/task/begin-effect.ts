import { z } from 'zod'
import { blockedBy } from '../../derived/tasks/blocked-by'
import { waitsFor } from '../../derived/tasks/waits-for'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'

/**
 * A connected system is about to be changed for a step. Asked before every single change, so that nothing happens any more once a
 * hold, a question, a message of the person or a colleague has come in between.
 */
export const beginEffect = taskCommand({
  name: 'begin-effect',
  label: 'Begin a change in a connected system',
  may: 'What the system does automatically',
  who: ['system'],
  says: {
    history: facts => `began “${inWords(facts.what)}” in ${facts.system ?? ''}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  keepsVersion: true,
  input: z.object({
    /** Both are left out for a task of the system's own, which has no steps. */
    step: z.string().optional(),
    run: z.string().optional(),
    system: z.string(),
    what: z.string().max(60),
    target: z.string().max(200),
    before: z.string().max(200).optional(),
  }),
  decide(request, task, { step: key, run, ...effect }, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    const step = task.steps.find(candidate => candidate.key === key)
    if (task.team !== 'system' && (!step?.run || step.run.id !== run)) return refuse('step-not-running')
    // Ticking what destroys nothing waits for less; a change by us in another system waits for all of it.
    const blocked = blockedBy(request)
    if (blocked) return refuse(blocked)
    const destroys = step?.destructive ?? task.team === 'system'
    const access = destroys ? waitsFor(request) : undefined
    if (access) return refuse('access-open', access.reference)
    const { system, what, target, before = null } = effect
    const draft = new Draft(request, context).fact({
      task: task.key,
      step: key ?? null,
      system,
      what,
      target,
    })
    if (step?.destructive) draft.set({ erasureBegunAt: request.erasureBegunAt ?? context.now })
    const scope = key ? `${task.id}/${key}` : task.id
    return draft.effect({ kind: 'begin-effect', taskId: task.id, scope, system, what, target, before }).done()
  },
})
