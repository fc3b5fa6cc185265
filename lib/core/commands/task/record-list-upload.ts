import { z } from 'zod'
import { validatedBy } from '../../derived/four-eyes'
import { privacyNeedsNote } from '../../derived/privacy-note'
import { taskPlans } from '../../handbook/tasks/index'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { listedVersion } from '../../request/task'

/**
 * A version of the data platform's deletion list is where the data platform reads it. That ticks the step on this task; the
 * system then passes it on to the tasks of every other request in that version.
 */
export const recordListUpload = taskCommand({
  name: 'record-list-upload',
  label: 'The list is in the GDPR folder',
  may: 'Say that a version of the deletion list is uploaded: the own team’s tasks; Privacy any, with a note',
  who: ['task-team', 'system'],
  says: {
    done: 'Noted for every request in this version.',
    history: ({ version }) => `noted that version ${version} of the deletion list is in the GDPR folder`,
  },
  from: ['processing'],
  to: ['processing'],
  keepsVersion: true,
  input: z.object({
    /** The number of the version. */
    list: z.coerce.number().int().min(1).max(2_147_483_647),
    /** Who uploaded it, where the system passes it on. */
    by: z.string().max(100).optional(),
    note: z.string().trim().max(2000).optional(),
  }),
  decide(request, task, { list: version, by, note }, context) {
    const plans = taskPlans.get(task.key)?.steps ?? []
    const [listing, upload] = [plans.find(plan => plan.listsAddresses), plans.find(plan => plan.uploadsList)]
    if (!listing || !upload) return refuse('no-such-step')
    if (task.state !== 'open') return refuse('task-not-open')
    const bySystem = context.actor.kind === 'system'
    if (!bySystem && privacyNeedsNote(task, note, context.actor)) return refuse('needs-note-from-privacy')
    if (!bySystem && validatedBy(request, context)) return refuse('four-eyes')
    const listed = task.steps.find(({ key }) => key === listing.key)
    if (!listed?.doneAt) return refuse('not-listed')
    const since = listedVersion(task) ?? 0
    if (version < since) return refuse('version-too-old', 'list')
    const byId = context.actor.kind === 'staff' ? context.actor.id : (by ?? null)
    const evidence = { kind: 'list-uploaded', at: context.now.toISOString(), byId, version } as const
    const draft = new Draft(request, context).see(task, upload.key, evidence)
    if (note) draft.note(note, task.id)
    if (!bySystem) draft.effect({ kind: 'list-uploaded', version })
    return draft.fact({ task: task.key, version }).done()
  },
})
