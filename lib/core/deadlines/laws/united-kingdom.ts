import type { Law } from '../law'

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
  pausesFor: ['identity', 'clarification'],
  roll: 'next-working-day',
  complaint: 'the Information Commissioner’s Office (ico.org.uk)',
  appeal: {
    kind: 'complaint',
    respond: { n: 30, unit: 'days' },
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
    { text: 'Dates of art. 12A', confidence: 'secondary' },
  ],
  checkedOn: '2026-11-01',
}
