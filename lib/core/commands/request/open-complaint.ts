import { z } from 'zod'
import { complaintUnder } from '../../deadlines/remedies'
import { requestCommand } from '../../machine/command'
import { openedProceeding } from '../../machine/proceedings/open-proceeding'

/**
 * The person complains about how their request is handled or how it ended, under any law: by their own page, or recorded for
 * them. An open request continues meanwhile.
 */
export const openComplaint = requestCommand({
  name: 'open-complaint',
  label: 'Open a complaint',
  may: 'Open an appeal or a complaint, on the requester’s word',
  who: ['support-engineer', 'privacy', 'requester'],
  says: {
    before:
      'The person is told at once that it has arrived and by when they hear. Privacy is told, too. The request itself continues.',
    history: 'opened a complaint',
  },
  from: ['checking', 'verifying', 'processing', 'closed'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    /** What they complain about, as they said it. */
    ground: z.string().trim().min(1).max(10_000),
    /** The day on which it arrived, where that was earlier. */
    receivedOn: z.iso.date().optional(),
  }),
  form: [
    { name: 'ground', label: 'What they complain about' },
    {
      name: 'receivedOn',
      label: 'The day on which it arrived',
      hint: 'Leave it empty if that is today.',
    },
  ],
  decide: (request, opening, context) =>
    openedProceeding(request, opening, context, { under: complaintUnder, notBefore: request.receivedAt }),
})
