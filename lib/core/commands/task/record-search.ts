import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { searchRecord } from '../../request/task'

/** A connected system answered a search, or couldn't. A person decides by it; nothing follows from it by itself. */
export const recordSearch = taskCommand({
  name: 'record-search',
  label: 'Record what a system found',
  may: 'What the system does automatically',
  who: ['system'],
  says: {
    history: ({ task, system, state }) =>
      state === 'failed'
        ? `could not search ${system ?? ''} for ${taskNamed(task)}`
        : `searched ${system ?? ''} for ${taskNamed(task)}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  keepsVersion: true,
  input: searchRecord.omit({ at: true }),
  decide(request, task, found, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    const others = task.searches.filter(({ system }) => system !== found.system)
    const searches = [...others, { ...found, at: context.now.toISOString() }]
    return new Draft(request, context)
      .changeTask(task.id, { searches })
      .fact({ task: task.key, system: found.system, state: found.state })
      .done()
  },
})
