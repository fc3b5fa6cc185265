import type { Law } from '../law'
import { common, every, read, recalled, secondary, usual } from '../law-parts'

export const asia: readonly Law[] = [
  {
    ...common,
    id: 'jp_appi',
    name: 'APPI arts. 33–39',
    regions: ['JP'],
    clocks: [{ actions: every, respond: { n: 14, unit: 'days' } }],
    complaint: 'the Personal Information Protection Commission',
    court: recalled('APPI art. 39'),
    sources: [
      secondary('“Without delay”; 14 days is a house rule'),
      recalled('Two weeks before a suit, art. 39'),
      recalled('Civil Code art. 142 would move the last day past a holiday; not moving it is the safe side'),
    ],
  },
  {
    ...common,
    id: 'kr_pipa',
    name: 'PIPA Decree arts. 41, 43, 44',
    regions: ['KR'],
    clocks: [
      {
        actions: ['access'],
        respond: { n: 10, unit: 'days' },
        extend: { by: null, reasons: ['complexity', 'consultation', 'other'] },
      },
      { actions: ['erasure', 'rectification', 'objection'], respond: { n: 10, unit: 'days' } },
    ],
    complaint: 'the Personal Information Protection Commission',
    sources: [
      read('Art. 43'),
      recalled('Access may be postponed with cause; the others'),
      recalled('Civil Code art. 161 would move the last day past a holiday; not moving it is the safe side'),
    ],
  },
  {
    ...common,
    id: 'cn_pipl',
    name: 'PIPL arts. 44–50',
    regions: ['CN'],
    clocks: [{ actions: every, respond: { n: 15, unit: 'working-days' } }],
    complaint: 'the Cyberspace Administration',
    court: recalled('PIPL art. 50'),
    sources: [recalled('“Timely”; 15 working days is a house rule')],
  },
  {
    ...common,
    id: 'tw_pdpa',
    name: 'PDPA art. 13',
    regions: ['TW'],
    clocks: [
      {
        actions: ['access'],
        respond: { n: 15, unit: 'days' },
        extend: { by: { n: 15, unit: 'days' }, reasons: usual },
      },
      {
        actions: ['erasure', 'rectification', 'objection'],
        respond: { n: 30, unit: 'days' },
        extend: { by: { n: 30, unit: 'days' }, reasons: usual },
      },
    ],
    complaint: 'the Personal Data Protection Commission',
    sources: [recalled('Access: 15 days and at most 15 more; the others: 30 days and at most 30 more')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'hk_pdpo',
    name: 'PDPO ss. 19, 23',
    regions: ['HK'],
    clocks: [{ actions: every, respond: { n: 40, unit: 'days' } }],
    complaint: 'the Privacy Commissioner for Personal Data',
    sources: [recalled('Access and correction: 40 days; the same is used for the others')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'sg_pdpa',
    name: 'PDPA s. 21, Regulations 2021',
    regions: ['SG'],
    clocks: [
      {
        actions: every,
        respond: { n: 30, unit: 'days' },
        extend: { by: null, reasons: ['complexity', 'number-of-requests', 'other'] },
      },
    ],
    complaint: 'the Personal Data Protection Commission',
    sources: [read('PDPC: as soon as possible; past 30 days, tell the date within 30 days')],
  },
  {
    ...common,
    id: 'th_pdpa',
    name: 'PDPA s. 30',
    regions: ['TH'],
    clocks: [
      { actions: ['erasure'], respond: { n: 90, unit: 'days' } },
      { actions: ['access', 'rectification', 'objection'], respond: { n: 30, unit: 'days' } },
    ],
    complaint: 'the Personal Data Protection Committee',
    sources: [
      read('Access: 30 days'),
      secondary('Erasure: 90 days since 11 November 2024, notification of the Commission of 2024'),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'my_pdpa',
    name: 'PDPA ss. 30–35',
    regions: ['MY'],
    clocks: [
      {
        actions: every,
        respond: { n: 21, unit: 'days' },
        extend: { by: { n: 14, unit: 'days' }, reasons: ['complexity', 'other'] },
      },
    ],
    complaint: 'the Personal Data Protection Commissioner',
    sources: [
      read('s. 31(3): 14 days more, told with reasons'),
      recalled('Access and correction: 21 days; the same is used for the others'),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'id_pdp',
    name: 'PDP Law arts. 30–41',
    regions: ['ID'],
    clocks: [{ actions: every, respond: { n: 3, unit: 'days' } }],
    complaint: 'the Ministry of Communication and Digital Affairs',
    sources: [
      read('Art. 32: access within 3 × 24 hours, counted here as 3 days'),
      secondary('The others: the same 3 × 24 hours'),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'in_dpdp',
    name: 'DPDP Act, Rule 14',
    regions: ['IN'],
    clocks: [{ actions: every, respond: { n: 90, unit: 'days' } }],
    complaint: 'the Data Protection Board',
    effectiveFrom: '2027-05-13',
    sources: [secondary('Own published period'), recalled('90 days for a grievance')],
  },
]
