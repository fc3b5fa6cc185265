import type { Law } from '../law'
import { common, every, read, recalled, secondary, usual } from '../law-parts'

export const restOfAmerica: readonly Law[] = [
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
          asLongAsNeeded: ['format-conversion'],
        },
      },
    ],
    complaint: 'the Privacy Commissioner of Canada',
    sources: [
      read(
        'Statute; a late answer counts as a refusal; to convert data into another format, as long as that needs',
      ),
    ],
    checkedOn: '2026-11-29',
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
    id: 'ca_bc',
    name: 'British Columbia PIPA s. 29',
    regions: ['CA-BC'],
    clocks: [{ actions: every, respond: { n: 30, unit: 'working-days' } }],
    complaint: 'the Information and Privacy Commissioner for British Columbia',
    sources: [secondary('30 business days; an extension is not confirmed, so there is none')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'ca_ab',
    name: 'Alberta PIPA s. 28',
    regions: ['CA-AB'],
    clocks: [{ actions: every, respond: { n: 45, unit: 'days' } }],
    complaint: 'the Information and Privacy Commissioner of Alberta',
    sources: [secondary('45 days; an extension is not confirmed, so there is none')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'mx_pdp',
    name: 'LFPDPPP',
    regions: ['MX'],
    clocks: [{ actions: every, respond: { n: 20, unit: 'working-days' } }],
    complaint: 'the Secretaría Anticorrupción y Buen Gobierno',
    sources: [secondary('20 working days to answer; what is granted is carried out within 15 more')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'br_lgpd',
    name: 'LGPD arts. 18–19',
    regions: ['BR'],
    clocks: [{ actions: every, respond: { n: 15, unit: 'days' } }],
    complaint: 'the ANPD',
    court: recalled('LGPD art. 22'),
    sources: [read('Art. 19: full access in 15 days; other actions have no fixed days, so the same is used')],
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
    complaint: 'the Agencia de Acceso a la Información Pública',
    court: recalled('Ley 25.326 art. 33'),
    sources: [read('Art. 16'), recalled('Access: 10 days')],
  },
  {
    ...common,
    id: 'cl_pdp',
    name: 'Ley 21.719',
    regions: ['CL'],
    clocks: [
      {
        actions: every,
        respond: { n: 30, unit: 'days' },
        extend: { by: { n: 30, unit: 'days' }, reasons: usual },
      },
    ],
    complaint: 'the Agencia de Protección de Datos Personales',
    effectiveFrom: '2026-12-01',
    sources: [recalled('30 days, once 30 more')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'co_pdp',
    name: 'Ley 1581 arts. 14–15',
    regions: ['CO'],
    clocks: [
      {
        actions: ['access'],
        respond: { n: 10, unit: 'working-days' },
        extend: { by: { n: 5, unit: 'working-days' }, reasons: ['complexity', 'other'] },
      },
      {
        actions: ['erasure', 'rectification', 'objection'],
        respond: { n: 15, unit: 'working-days' },
        extend: { by: { n: 8, unit: 'working-days' }, reasons: ['complexity', 'other'] },
      },
    ],
    complaint: 'the Superintendence of Industry and Commerce',
    sources: [
      read('Art. 15: 15 working days, and 8 more that are told with reasons'),
      secondary('Art. 14: access in 10 working days, and 5 more'),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'uy_pdp',
    name: 'Ley 18.331 arts. 14–15',
    regions: ['UY'],
    clocks: [{ actions: every, respond: { n: 5, unit: 'days' } }],
    complaint: 'the Unidad Reguladora y de Control de Datos Personales',
    sources: [secondary('5 days; taken as calendar days, which is the safe side')],
    checkedOn: '2026-11-29',
  },
]
