import { z } from 'zod'
import { privacyNeedsNote } from '../../derived/privacy-note'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { filesOf } from '../../request/current'

/** Takes a file off an open task again: a wrong one must not be handed over, and with it there nothing can be *Not Found*. */
export const removeFile = taskCommand({
  name: 'remove-file',
  label: 'Remove the file',
  may: 'Take a file off a task again: the own team’s; Privacy any, with a note',
  who: ['task-team'],
  says: {
    done: 'The file is removed.',
    history: ({ task }) => `took a file off ${taskNamed(task)}`,
  },
  from: ['verifying', 'processing'],
  to: ['verifying', 'processing'],
  input: z.object({ file: z.string().max(60), note: z.string().trim().max(2000).optional() }),
  decide(request, task, { file: id, note }, context) {
    if (task.state !== 'open') return refuse('task-not-open')
    const file = filesOf(request, task.id).find(file => file.id === id)
    if (!file) return refuse('no-such-file')
    if (privacyNeedsNote(task, note, context.actor)) return refuse('needs-note-from-privacy')
    const draft = new Draft(request, context)
    if (note) draft.note(note, task.id)
    const removed = { ...file, removedAt: context.now }
    return draft
      .set({ files: request.files.map(file => (file.id === id ? removed : file)) })
      .effect({ kind: 'remove-file', fileId: id })
      .fact({ file: id, purpose: file.purpose, task: task.key })
      .done()
  },
})
