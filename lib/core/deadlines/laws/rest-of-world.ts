import type { Law, Source } from '../law'

const read = (text: string): Source => ({ text, confidence: 'read' })
const secondary = (text: string): Source => ({ text, confidence: 'secondary' })
const recalled = (text: string): Source => ({ text, confidence: 'recalled' })
const every = ['erasure', 'rectification', 'access', 'objection'] as const
const common = { pausesFor: [], roll: 'none', checkedOn: '2026-11-01' } as const

export const restOfWorld: readonly Law[] = [
  {
    ...common,
    id: 'ch_fadp',
    name: 'FADP art. 25(7), DPO art. 18',
    regions: ['CH'],
    clocks: [
      {
        actions: every,
        respond: { n: 30, unit: 'days' },
        extend: { by: null, reasons: ['complexity', 'number-of-requests', 'other'] },
      },
    ],
    complaint: 'the Federal Data Protection and Information Commissioner, or a court',
    sources: [read('FADP'), recalled('DPO')],
  },
  {
    ...common,
    id: 'br_lgpd',
    name: 'LGPD arts. 18–19',
    regions: ['BR'],
    clocks: [{ actions: every, respond: { n: 15, unit: 'days' } }],
    complaint: 'the ANPD',
    sources: [read('Art. 19: full access in 15 days; other actions have no fixed days, so the same is used')],
  },
  {
    ...common,
    id: 'ca_pipeda',
    name: 'PIPEDA s. 8',
    regions: ['CA'],
    clocks: [
      {
        actions: every,
        respond: { n: 30, unit: 'days' },
        extend: {
          by: { n: 30, unit: 'days' },
          reasons: ['interference', 'consultation', 'format-conversion'],
        },
      },
    ],
    complaint: 'the Privacy Commissioner of Canada',
    sources: [read('Statute; a late answer counts as a refusal')],
  },
  {
    ...common,
    id: 'ca_qc',
    name: 'Quebec P-39.1 s. 32',
    regions: ['CA-QC'],
    clocks: [{ actions: every, respond: { n: 30, unit: 'days' } }],
    complaint: 'the Commission d’accès à l’information',
    sources: [
      secondary('Sources on an extension conflict, so there is none; a late answer counts as a refusal'),
    ],
  },
  {
    ...common,
    id: 'jp_appi',
    name: 'APPI arts. 33–39',
    regions: ['JP'],
    clocks: [{ actions: every, respond: { n: 14, unit: 'days' } }],
    complaint: 'the Personal Information Protection Commission, or a court',
    sources: [
      secondary('“Without delay”; 14 days is a house rule'),
      recalled('Two weeks before a suit, art. 39'),
    ],
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
    clocks: [{ actions: every, respond: { n: 30, unit: 'days' } }],
    complaint: 'the Personal Data Protection Committee',
    sources: [read('Access: 30 days')],
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
    sources: [read('Art. 43'), recalled('Access may be postponed with cause; the others')],
  },
  {
    ...common,
    id: 'cn_pipl',
    name: 'PIPL arts. 44–50',
    regions: ['CN'],
    clocks: [{ actions: every, respond: { n: 15, unit: 'working-days' } }],
    complaint: 'the Cyberspace Administration, or a court',
    sources: [recalled('“Timely”; 15 working days is a house rule')],
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
    id: 'au_app',
    name: 'APP 12–13',
    regions: ['AU'],
    clocks: [{ actions: every, respond: { n: 30, unit: 'days' } }],
    complaint: 'the Office of the Australian Information Commissioner',
    sources: [secondary('Guidance: a reasonable time, at most 30 days')],
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
    id: 'ar_pdp',
    name: 'Ley 25.326 arts. 14, 16',
    regions: ['AR'],
    clocks: [
      { actions: ['access'], respond: { n: 10, unit: 'days' } },
      { actions: ['erasure', 'rectification', 'objection'], respond: { n: 5, unit: 'working-days' } },
    ],
    complaint: 'the Agencia de Acceso a la Información Pública, or a court',
    sources: [read('Art. 16'), recalled('Access: 10 days')],
  },
]
