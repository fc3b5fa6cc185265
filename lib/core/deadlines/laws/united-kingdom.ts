import type { Law } from '../law'
import { read } from '../law-parts'

export const unitedKingdom: Law = {
  id: 'uk_gdpr',
  name: 'UK GDPR art. 12A',
  regions: ['GB'],
  clocks: [
    {
      actions: ['erasure', 'rectification', 'access', 'objection'],
      respond: { n: 1, unit: 'months' },
      extend: { by: { n: 2, unit: 'months' }, reasons: ['complexity', 'number-of-requests'] },
    },
  ],
  target: { n: 28, unit: 'days' },
  pausesFor: [
    { reason: 'identity', how: 'begins-anew' },
    { reason: 'clarification', how: 'leaves-out-both-days', actions: ['access'] },
  ],
  roll: 'next-working-day',
  complaint: 'the Information Commissioner’s Office (ico.org.uk)',
  court: read('UK GDPR art. 12(4), Data Protection Act 2018 s. 167'),
  appeal: {
    kind: 'complaint',
    respond: { n: 30, unit: 'days' },
    roll: 'next-working-day',
    authority: 'the Information Commissioner’s Office (ico.org.uk)',
    about:
      'The law wants receipt acknowledged within 30 days, which is done at once, and then an answer without undue delay; 30 days for that is a house rule',
    effectiveFrom: '2026-06-19',
  },
  effectiveFrom: '2026-02-05',
  sources: [
    {
      text: 'ICO guidance, with its target of 28 days; Data (Use and Access) Act 2025 s. 103',
      confidence: 'read',
    },
    {
      text: 'Data Protection Act 2018 s. 54 as amended by the Act of 2025 s. 76: counted from the latest of the request, the information on identity and the fee; a clarification of an access request leaves out the day of asking and that of the answer; an extension for complexity, or for the number of requests from this person',
      confidence: 'read',
    },
    {
      text: 'Dates of art. 12A; the last day for a complaint rolls to the next working day: ICO',
      confidence: 'secondary',
    },
  ],
  checkedOn: '2026-11-29',
}
