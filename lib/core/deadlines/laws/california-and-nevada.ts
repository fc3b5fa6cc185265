import type { Law } from '../law'
import { read, recalled, secondary, usual } from '../law-parts'
import { days, stateLaw } from '../state-law'

export const california: Law = {
  id: 'us_ca',
  name: 'CCPA regulations §§ 7021, 7026, 7027',
  regions: ['US-CA'],
  clocks: [
    {
      actions: ['erasure', 'rectification', 'access'],
      acknowledge: { n: 10, unit: 'working-days' },
      respond: days(45),
      extend: { by: days(45), reasons: ['complexity', 'number-of-requests', 'other'] },
    },
    { actions: ['objection'], respond: { n: 15, unit: 'working-days' } },
  ],
  pausesFor: [],
  roll: 'none',
  // The rule says business days and leaves holidays undefined.
  holidays: 'count',
  complaint: 'the California Privacy Protection Agency or the Attorney General',
  sources: [
    read('Regulation text; no pause; may be denied if unverified by day 45'),
    recalled('§ 7021(a): the confirmation of receipt says how we verify and when to expect an answer'),
  ],
  checkedOn: '2026-11-29',
}

export const nevada: Law = {
  ...stateLaw({
    id: 'us_nv',
    name: 'Nevada NRS 603A',
    regions: ['US-NV'],
    sources: [
      secondary('Opt-out of sale: 60 days and 30 more'),
      recalled('No right to anything else; the usual 45 days of the other states are used'),
    ],
    checkedOn: '2026-11-29',
  }),
  clocks: [
    {
      actions: ['erasure', 'rectification', 'access'],
      respond: days(45),
      extend: { by: days(45), reasons: usual },
    },
    { actions: ['objection'], respond: days(60), extend: { by: days(30), reasons: usual } },
  ],
}
