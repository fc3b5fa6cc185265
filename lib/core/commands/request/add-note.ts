import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

export const addNote = requestCommand({
  name: 'add-note',
  label: 'Add a note',
  may: 'Notes',
  who: supportAndPrivacy,
  says: {
    done: 'The note is kept.',
    history: 'added a note',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ text: z.string().trim().min(1).max(4000) }),
  decide: (request, { text }, context) => new Draft(request, context).note(text).done(),
})
