import type { Law } from '../law'

export const unitedKingdom: Law = {
  id: 'uk_gdpr',
  name: 'UK GDPR art. 12A',
  regions: ['GB'],
  clocks: [
    {
      actions: ['erasure', 'access', 'objection'],
      respond: { n: 1, unit: 'months' },
      extend: { by: { n: 2, unit: 'months' }, reasons: ['complexity', 'number-of-requests'] },
    },
  ],
  pausesFor: ['identity', 'clarification'],
  roll: 'next-working-day',
  complaint: 'the Information Commissioner’s Office (ico.org.uk)',
  effectiveFrom: '2026-02-05',
  sources: [
    { text: 'ICO guidance; Data (Use and Access) Act 2025 s. 103', confidence: 'read' },
    { text: 'Dates of art. 12A', confidence: 'secondary' },
  ],
  checkedOn: '2026-11-01',
}
