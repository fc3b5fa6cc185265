import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { duplicateFrom, markedDuplicate } from '../../machine/mark-duplicate'

/** Closes the later of two requests, links it to the original, and tells the person; the original is never touched. */
export const markDuplicate = requestCommand({
  name: 'mark-duplicate',
  label: 'Duplicate Request',
  from: duplicateFrom,
  to: ['closed'],
  input: z.object({ of: z.string().max(40).optional() }),
  decide: (request, { of }, context) => markedDuplicate(request, of, context),
})
