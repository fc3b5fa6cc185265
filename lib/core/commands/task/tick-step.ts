import { z } from 'zod'
import { accountAddresses } from '../../derived/account-addresses'
import { validatedBy } from '../../derived/four-eyes'
import { privacyNeedsNote } from '../../derived/privacy-note'
import type { Reason } from '../../derived/reasons'
import { blockedBy } from '../../derived/tasks/blocked-by'
import { nextByHand } from '../../derived/tasks/seen-steps'
import { waitsFor } from '../../derived/tasks/waits-for'
import { deletedByOwner } from '../../derived/verification/needed'
import { typeOf } from '../../handbook/request-types/type-of'
import { taskPlans } from '../../handbook/tasks/index'
import type { StepPlan } from '../../handbook/tasks/plan'
import { taskCommand } from '../../machine/command'
import type { Decision } from '../../machine/decision'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { stepNamed } from '../../machine/fact-labels'
import { compareAgain } from '../../machine/fresh-checks'
import type { Task, TaskStep } from '../../request/task'

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
  wantsFreshChecks: (request, input, task) =>
    !request.erasureBegunAt &&
    typeOf(request).looksUp &&
    Boolean(task?.steps.some(step => step.key === input.step && step.destructive)),
  decide(request, task, input, context): Decision {
    if (task.state !== 'open') return refuse('task-not-open')
    if (privacyNeedsNote(task, input.note, context.actor)) return refuse('needs-note-from-privacy')
    const step = task.steps.find(candidate => candidate.key === input.step)
    if (!step) return refuse('no-such-step', input.step)
    const next = task.steps.find(step => !step.doneAt)
    if (next !== step && !mayConfirm(task, step)) return refuse('step-out-of-order', next?.key)
    if (validatedBy(request, context)) return refuse('four-eyes')
    if (taskPlans.get(task.key)?.erasesAccount && deletedByOwner(request)) return refuse('owner-deleted')
    const given = step.asks ? ((input.given || input.note) ?? null) : null
    const lacks = lacking(step, given)
    if (lacks) return refuse(lacks, 'given')
    const draft = new Draft(request, context).fact({ task: task.key, step: step.key })
    if (input.note) draft.note(input.note, task.id)
    // The product was quicker.
    if (step.evidence.length > 0 && !step.destructive) return draft.fact({ known: true }).done()
    // What is on the list is deleted by the data platform.
    const counts = step.destructive || taskPlans.get(task.key)?.waits || listingWith(task, step)
    const blocked = counts ? blockedBy(request) : null
    if (blocked) return refuse(blocked)
    if (step.destructive) {
      const access = waitsFor(request)
      if (access) return refuse('access-open', access.reference)
      const differs = request.erasureBegunAt || !typeOf(request).looksUp ? null : lookAgain(draft, task, step)
      if (differs) return differs
      draft.set({ erasureBegunAt: draft.next.erasureBegunAt ?? context.now })
    }
    const doneById = context.actor.kind === 'staff' ? context.actor.id : null
    const ticked = { doneAt: context.now, doneById, given, evidence: [] }
    const steps = task.steps.map(existing =>
      existing.id === step.id ? { ...existing, ...ticked } : existing,
    )
    return list(draft.changeTask(task.id, { steps }), task, step).done()
  },
})

/** A step that the product ticked may be ticked by hand as well, in its order; that takes nothing away. */
const mayConfirm = (task: Task, step: TaskStep): boolean =>
  step.evidence.length > 0 &&
  task.steps.filter(({ position }) => position < step.position).every(({ doneAt }) => doneAt !== null)

/** The step that puts the addresses on the data platform's list, where ticking this one does so. */
function listingWith(task: Task, step: TaskStep): StepPlan | undefined {
  const plans = taskPlans.get(task.key)?.steps ?? []
  const at = plans.findIndex(({ key }) => key === step.key)
  return [plans[at], plans[at + 1]].find(plan => plan?.listsAddresses)
}

/** Once the account is gone, its addresses go on the data platform's list by themselves, and that step is done, too. */
function list(draft: Draft, task: Task, step: TaskStep): Draft {
  const listing = listingWith(task, step)
  if (!listing) return draft
  const { now, listVersion = null } = draft.context
  draft.effect({ kind: 'list-for-data-platform', addresses: accountAddresses(draft.next) })
  const evidence = { kind: 'listed', at: now.toISOString(), byId: null, version: listVersion } as const
  return draft.see(task, listing.key, evidence)
}

const isLink = z.url({ protocol: /^https?$/ })

/** What a step asks for and didn't get, or null; a text may still come with the resolution of its task. */
function lacking({ asks }: TaskStep, given: string | null): Reason | null {
  return asks === 'link' && !isLink.safeParse(given).success ? 'step-needs-link' : null
}

/** Null where nothing has changed; otherwise the refusal, with what must be remembered of it. */
function lookAgain(draft: Draft, task: Task, step: TaskStep): Decision | null {
  if (!draft.context.lookUp?.reached) return refuse('directory-unreachable')
  const compared = compareAgain(draft)
  if (compared === 'same') {
    // What the product took for needless may be needed by now.
    const next = step.evidence.length > 0 ? step.key : nextByHand(draft.next, task, draft.context)
    return next === step.key ? null : { ...refuse('step-needed-after-all', next), save: draft.done() }
  }
  return { ...refuse(compared === 'changed' ? 'account-changed' : 'already-deleted'), save: draft.done() }
}
