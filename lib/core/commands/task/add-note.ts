import { z } from 'zod'
import { taskCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { supportAndPrivacy } from '../../people/permissions'

export const addTaskNote = taskCommand({
  name: 'add-note',
  label: 'Add a note',
  may: 'Notes on tasks',
  who: [...supportAndPrivacy, 'task-team'],
  says: {
    done: 'The note is kept.',
    history: ({ task }) => `added a note to ${taskNamed(task)}`,
  },
  from: ['verifying', 'processing', 'closed'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({ text: z.string().trim().min(1).max(4000) }),
  decide: (request, task, { text }, context) =>
    new Draft(request, context).note(text, task.id).fact({ task: task.key }).done(),
})
