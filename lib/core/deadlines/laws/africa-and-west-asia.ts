import type { Law } from '../law'
import { common, every, read, recalled, secondary } from '../law-parts'

export const africaAndWestAsia: readonly Law[] = [
  {
    ...common,
    id: 'za_popia',
    name: 'POPIA ss. 23–24, PAIA',
    regions: ['ZA'],
    roll: 'holidays-and-sundays',
    clocks: [
      {
        actions: ['access'],
        respond: { n: 30, unit: 'days' },
        extend: {
          by: { n: 30, unit: 'days' },
          reasons: ['complexity', 'number-of-requests', 'consultation'],
        },
      },
      { actions: ['erasure', 'rectification', 'objection'], respond: { n: 30, unit: 'days' } },
    ],
    complaint: 'the Information Regulator',
    sources: [secondary('Regulations')],
  },
  {
    ...common,
    id: 'ke_dpa',
    name: 'Data Protection Regulations 2021',
    regions: ['KE'],
    clocks: [{ actions: every, respond: { n: 7, unit: 'days' } }],
    complaint: 'the Office of the Data Protection Commissioner',
    sources: [secondary('7 days; some sources say 14 for erasure')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'eg_pdp',
    name: 'Law 151 of 2020',
    regions: ['EG'],
    clocks: [{ actions: every, respond: { n: 6, unit: 'working-days' } }],
    complaint: 'the Personal Data Protection Center',
    sources: [recalled('6 working days')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'sa_pdpl',
    name: 'PDPL regulations',
    regions: ['SA'],
    clocks: [{ actions: every, respond: { n: 30, unit: 'days' } }],
    complaint: 'the Saudi Data and AI Authority',
    sources: [secondary('30 days; an extension is not confirmed, so there is none')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'tr_kvkk',
    name: 'KVKK arts. 13–14',
    regions: ['TR'],
    clocks: [{ actions: every, respond: { n: 30, unit: 'days' } }],
    complaint: 'the Personal Data Protection Board, within 30 days of our answer and 60 days of your request',
    sources: [read('Law')],
  },
  {
    ...common,
    id: 'ge_pdp',
    name: 'Law on Personal Data Protection',
    regions: ['GE'],
    clocks: [{ actions: every, respond: { n: 10, unit: 'working-days' } }],
    complaint: 'the Personal Data Protection Service',
    sources: [recalled('10 working days')],
    checkedOn: '2026-11-29',
  },
]
