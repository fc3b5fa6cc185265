import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { duplicateFrom, markedDuplicate } from '../../machine/mark-duplicate'
import { supportAndPrivacy } from '../../people/permissions'

/** Closes the later of two requests, links it to the original, and tells the person; the original is never touched. */
export const markDuplicate = requestCommand({
  name: 'mark-duplicate',
  label: 'Duplicate Request',
  may: 'Duplicates',
  who: supportAndPrivacy,
  says: { history: 'marked it as a duplicate' },
  from: duplicateFrom,
  to: ['closed'],
  input: z.object({ of: z.string().max(40).optional() }),
  decide: (request, { of }, context) => markedDuplicate(request, of, context),
})
