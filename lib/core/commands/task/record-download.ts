import { z } from 'zod'
import { taskPlans } from '../../handbook/tasks/index'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'

/** A blank sheet was downloaded for the task, which is one of its steps. Run by the download itself. */
export const recordDownload = taskCommand({
  name: 'record-download',
  label: 'Download a blank sheet',
  may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: { history: ({ task }) => `downloaded a blank sheet for ${taskNamed(task)}` },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  internal: true,
  keepsVersion: true,
  input: z.object({}),
  decide(request, task, _input, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    const step = taskPlans.get(task.key)?.steps.find(({ seenBy }) => seenBy === 'sheet-download')
    if (!step) return refuse('no-such-step')
    const { now, actor } = context
    const byId = actor.kind === 'staff' ? actor.id : null
    const evidence = { kind: 'sheet-downloaded', at: now.toISOString(), byId, version: null } as const
    return new Draft(request, context).see(task, step.key, evidence).fact({ task: task.key }).done()
  },
})
