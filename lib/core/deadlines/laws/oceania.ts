import type { Law } from '../law'
import { common, every, read, secondary } from '../law-parts'

export const oceania: readonly Law[] = [
  {
    ...common,
    id: 'au_app',
    name: 'APP 12–13',
    // With the external territories.
    regions: ['AU', 'CC', 'CX', 'HM', 'NF'],
    clocks: [{ actions: every, respond: { n: 30, unit: 'days' } }],
    complaint: 'the Office of the Australian Information Commissioner',
    sources: [
      secondary('Guidance: a reasonable time, at most 30 days'),
      read('Privacy Act 1988 s. 5A: extends to all external territories'),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'nz_pa',
    name: 'Privacy Act 2020',
    regions: ['NZ'],
    clocks: [
      {
        actions: every,
        respond: { n: 20, unit: 'working-days' },
        extend: { by: null, reasons: ['complexity', 'consultation', 'other'] },
      },
    ],
    closedSeason: { from: '12-25', to: '01-15' },
    complaint: 'the Privacy Commissioner',
    sources: [read('s. 65; an older page of the Commissioner: 20 working days')],
  },
]
