import { z } from 'zod'
import { appealUnder } from '../../deadlines/appeal'
import { requestCommand } from '../../machine/command'
import { openedProceeding } from '../../machine/proceedings/open-proceeding'

/** The person disagrees with how the request ended, and its law lets them appeal: by their own page, or recorded for them. */
export const openAppeal = requestCommand({
  name: 'open-appeal',
  label: 'Open an appeal',
  may: 'Open an appeal or a complaint, on the requester’s word',
  who: ['support-engineer', 'privacy', 'requester'],
  says: {
    before: 'The person is told at once that it has arrived and by when they hear. Privacy is told, too.',
    history: ({ kind }) =>
      `opened ${kind === 'complaint' ? 'a complaint' : 'an appeal'} against how it ended`,
  },
  from: ['closed'],
  to: ['closed'],
  input: z.object({
    /** What they disagree with and why, as they said it. */
    ground: z.string().trim().min(1).max(10_000),
    /** The day on which it arrived, where that was earlier. */
    receivedOn: z.iso.date().optional(),
  }),
  form: [
    { name: 'ground', label: 'What they disagree with, and why' },
    {
      name: 'receivedOn',
      label: 'The day on which it arrived',
      hint: 'Leave it empty if that is today.',
    },
  ],
  // It is against how the request ended, so it can't have come before that.
  decide: (request, opening, context) =>
    openedProceeding(request, opening, context, {
      under: appealUnder,
      notBefore: request.closedAt ?? request.receivedAt,
    }),
})
