import type { Law } from '../law'
import { common, every, read, recalled, usual } from '../law-parts'

export const restOfEurope: readonly Law[] = [
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
    complaint: 'the Federal Data Protection and Information Commissioner',
    court: recalled('FADP art. 32'),
    sources: [
      read('FADP'),
      recalled('DPO'),
      recalled(
        'Code of Obligations art. 78 would move the last day past a holiday; not moving it is the safe side',
      ),
    ],
  },
  {
    ...common,
    id: 'je_dpl',
    name: 'Data Protection (Jersey) Law 2018',
    regions: ['JE'],
    clocks: [
      {
        actions: every,
        respond: { n: 28, unit: 'days' },
        extend: { by: { n: 56, unit: 'days' }, reasons: usual },
      },
    ],
    complaint: 'the Jersey Office of the Information Commissioner',
    sources: [read('4 weeks, and 8 more for complexity or the number of requests')],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'gg_dpl',
    name: 'Data Protection (Bailiwick of Guernsey) Law 2017',
    regions: ['GG'],
    clocks: [
      {
        actions: every,
        respond: { n: 1, unit: 'months' },
        extend: { by: { n: 2, unit: 'months' }, reasons: usual },
      },
    ],
    complaint: 'the Office of the Data Protection Authority',
    sources: [
      recalled(
        'One month, and two more for complexity or the number of requests; not moved past a holiday, which is the safe side',
      ),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'im_gdpr',
    name: 'Isle of Man applied GDPR art. 12(3)',
    regions: ['IM'],
    clocks: [
      {
        actions: every,
        respond: { n: 1, unit: 'months' },
        extend: { by: { n: 2, unit: 'months' }, reasons: usual },
      },
    ],
    complaint: 'the Isle of Man Information Commissioner',
    court: recalled('Arts. 12(4) and 79, as in the GDPR'),
    sources: [
      recalled(
        'One month, and two more for complexity or the number of requests; not moved past a holiday, which is the safe side',
      ),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'gi_gdpr',
    name: 'Gibraltar GDPR art. 12(3)',
    regions: ['GI'],
    clocks: [
      {
        actions: every,
        respond: { n: 1, unit: 'months' },
        extend: { by: { n: 2, unit: 'months' }, reasons: usual },
      },
    ],
    complaint: 'the Gibraltar Regulatory Authority',
    court: recalled('Arts. 12(4) and 79, as in the GDPR'),
    sources: [
      recalled(
        'One month, and two more for complexity or the number of requests; not moved past a holiday, which is the safe side',
      ),
    ],
    checkedOn: '2026-11-29',
  },
  {
    ...common,
    id: 'ru_152',
    name: 'Federal Law 152-FZ arts. 20–21',
    regions: ['RU'],
    clocks: [{ actions: every, respond: { n: 10, unit: 'working-days' } }],
    complaint: 'Roskomnadzor',
    sources: [recalled('10 working days')],
    checkedOn: '2026-11-29',
  },
]
