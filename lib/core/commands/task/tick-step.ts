import { z } from 'zod'
import { privacyNeedsNote } from '../../derived/privacy-note'
import type { Reason } from '../../derived/reasons'
import { taskCommand } from '../../machine/command'
import { type Decision, refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { stepNamed } from '../../machine/fact-labels'
import { stepDone } from '../../machine/steps/done'
import { mayWork, needsFreshLook, stepBlocked } from '../../machine/steps/may-do'
import { readCallForHelp } from '../../machine/steps/read-call'
import { doneBySystem, type Task, type TaskStep } from '../../request/task'

/**
 * Ticks the next step of a checklist. Destructive ones only in processing, not on hold; just before the first of them the
 * checks run again, and a difference stops the request instead.
 */
export const tickStep = taskCommand({
  name: 'tick-step',
  label: 'Tick',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'Ticked.',
    mailsToo: true,
    history: facts =>
      facts.seen === 'owns-no-group'
        ? `found “${stepNamed(facts)}” not needed`
        : `${facts.seen ? 'saw and ' : ''}ticked “${stepNamed(facts)}”`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    step: z.string().max(60),
    note: z.string().trim().max(2000).optional(),
    /** The link or text that the step asks for; a note counts as it, where there is nothing else. */
    given: z.string().trim().max(2000).optional(),
  }),
  wantsFreshChecks: (request, input, task) => needsFreshLook(request, task, input.step),
  decide(request, task, input, context): Decision {
    if (task.state !== 'open') return refuse('task-not-open')
    if (privacyNeedsNote(task, input.note, context.actor)) return refuse('needs-note-from-privacy')
    const step = task.steps.find(candidate => candidate.key === input.step)
    if (!step) return refuse('no-such-step', input.step)
    const next = task.steps.find(step => !step.doneAt)
    if (next !== step && !mayConfirm(task, step)) return refuse('step-out-of-order', next?.key)
    if (step.run) return refuse('step-running')
    const draft = new Draft(request, context).fact({ task: task.key, step: step.key })
    const refused = mayWork(request, task, draft)
    if (refused) return refused
    const given = step.asks ? ((input.given || input.note) ?? null) : null
    const lacks = lacking(step, given)
    if (lacks) return refuse(lacks, 'given')
    if (input.note) draft.note(input.note, task.id)
    // The product was quicker.
    if (step.evidence.length > 0 && !(step.destructive && !doneBySystem(step)))
      return draft.fact({ known: true }).done()
    const blocked = stepBlocked(request, task, step, draft)
    if (blocked) return blocked
    readCallForHelp(draft, task)
    if (step.destructive) draft.set({ erasureBegunAt: draft.next.erasureBegunAt ?? context.now })
    const doneById = context.actor.kind === 'staff' ? context.actor.id : null
    return stepDone(draft, task, step, { doneById, given, evidence: [] }).done()
  },
})

/** A step that the product ticked may be ticked by hand as well, in its order; that takes nothing away. */
const mayConfirm = (task: Task, step: TaskStep): boolean =>
  step.evidence.length > 0 &&
  task.steps.filter(({ position }) => position < step.position).every(({ doneAt }) => doneAt !== null)

const isLink = z.url({ protocol: /^https?$/ })

/** What a step asks for and didn't get, or null; a text may still come with the resolution of its task. */
function lacking({ asks }: TaskStep, given: string | null): Reason | null {
  return asks === 'link' && !isLink.safeParse(given).success ? 'step-needs-link' : null
}
