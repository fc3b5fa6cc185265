import type { Law, Source, Span } from '../law'

const days = (n: number): Span => ({ n, unit: 'days' })
const read = (text: string): Source => ({ text, confidence: 'read' })
const secondary = (text: string): Source => ({ text, confidence: 'secondary' })
const recalled = (text: string): Source => ({ text, confidence: 'recalled' })

interface State {
  id: string
  name: string
  regions: readonly string[]
  respond?: number
  /** Days; null where no extension is known of. */
  extend?: number | null
  /** Days to answer an appeal to us; none where the law has no appeal. */
  appeal?: number
  /** Days more that the law lets us take for an appeal. */
  appealExtend?: number
  appealAbout?: string
  sources: readonly Source[]
  effectiveFrom?: string
}

const usual = ['complexity', 'number-of-requests'] as const
const attorney = 'the state’s Attorney General'

/** The statutes count calendar days from receipt, never pause for us, and nothing found makes them roll forward. */
const state = ({ respond = 45, extend = 45, appeal, appealExtend, appealAbout, ...law }: State): Law => ({
  ...law,
  complaint: appeal
    ? `us again, as an appeal that we answer within ${appeal} days, and after that to ${attorney}`
    : attorney,
  appeal: appeal
    ? {
        kind: 'appeal',
        respond: days(appeal),
        ...(appealExtend && { extend: { by: days(appealExtend), reasons: usual } }),
        authority: attorney,
        ...(appealAbout && { about: appealAbout }),
      }
    : undefined,
  clocks: [
    {
      actions: ['erasure', 'rectification', 'access', 'objection'],
      respond: days(respond),
      ...(extend && { extend: { by: days(extend), reasons: usual } }),
    },
  ],
  pausesFor: [],
  roll: 'none',
  checkedOn: '2026-11-01',
})

const california: Law = {
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
  sources: [read('Regulation text; no pause; may be denied if unverified by day 45')],
  checkedOn: '2026-11-01',
}

const rhodeIsland: Law = {
  ...state({
    id: 'us_ri',
    name: 'Rhode Island privacy act',
    regions: ['US-RI'],
    appeal: 60,
    sources: [secondary('45 days'), recalled('Withdrawn consent: 15 days; the rest')],
  }),
  clocks: [
    {
      actions: ['erasure', 'rectification', 'access'],
      respond: days(45),
      extend: { by: days(45), reasons: usual },
    },
    { actions: ['objection'], respond: days(15) },
  ],
}

export const unitedStates: readonly Law[] = [
  california,
  state({
    id: 'us_va',
    name: 'VCDPA § 59.1-577',
    regions: ['US-VA'],
    appeal: 60,
    sources: [read('Statute'), secondary('Appeal')],
  }),
  state({
    id: 'us_co',
    name: 'CPA § 6-1-1306',
    regions: ['US-CO'],
    appeal: 45,
    appealExtend: 60,
    appealAbout: 'The 60 days more, where they are needed, are not confirmed',
    sources: [secondary('45 days'), recalled('The rest')],
  }),
  state({
    id: 'us_ct',
    name: 'CTDPA § 42-518',
    regions: ['US-CT'],
    appeal: 60,
    sources: [read('Statute'), recalled('Appeal')],
  }),
  state({
    id: 'us_tx',
    name: 'TDPSA § 541.052',
    regions: ['US-TX'],
    appeal: 60,
    sources: [secondary('45 days'), recalled('The rest')],
  }),
  state({
    id: 'us_or',
    name: 'OCPA § 646A.576',
    regions: ['US-OR'],
    appeal: 45,
    sources: [read('Statute; need not act until identity is given')],
  }),
  state({
    id: 'us_mt',
    name: 'MCDPA § 30-14-2808',
    regions: ['US-MT'],
    appeal: 60,
    sources: [read('Statute'), recalled('Appeal')],
  }),
  state({
    id: 'us_ut',
    name: 'UCPA',
    regions: ['US-UT'],
    sources: [secondary('45 days'), recalled('Extension')],
  }),
  state({
    id: 'us_ia',
    name: 'ICDPA ch. 715D',
    regions: ['US-IA'],
    respond: 90,
    appeal: 60,
    sources: [secondary('90 days'), recalled('The rest')],
  }),
  state({
    id: 'us_fl',
    name: 'FDBR § 501.706',
    regions: ['US-FL'],
    extend: 15,
    appeal: 60,
    sources: [read('Statute'), recalled('Appeal')],
  }),
  state({
    id: 'us_mn',
    name: 'MCDPA § 325M.14',
    regions: ['US-MN'],
    appeal: 45,
    appealExtend: 60,
    appealAbout: 'The 60 days more, where they are needed, are not confirmed',
    sources: [read('Minnesota Attorney General'), recalled('Appeal')],
  }),
  state({
    id: 'us_nj',
    name: 'NJDPA § 56:8-166.7',
    regions: ['US-NJ'],
    appeal: 45,
    sources: [read('Statute; from receipt of the verified request'), secondary('Appeal')],
  }),
  state({
    id: 'us_md',
    name: 'MODPA § 14-4705',
    regions: ['US-MD'],
    appeal: 60,
    sources: [secondary('Statute summary')],
  }),
  state({
    id: 'us_std',
    name: 'State privacy acts of DE, NE, NH, TN, IN, KY',
    regions: ['US-DE', 'US-NE', 'US-NH', 'US-TN', 'US-IN', 'US-KY'],
    appeal: 60,
    sources: [secondary('45 days'), recalled('The rest')],
  }),
  rhodeIsland,
  state({
    id: 'us_ok',
    name: 'Oklahoma privacy act',
    regions: ['US-OK'],
    appeal: 45,
    appealAbout: 'The law has an appeal; 45 days is a house rule, the shortest of the other states’',
    effectiveFrom: '2027-01-01',
    sources: [secondary('45 days; an extension exists')],
  }),
  state({
    id: 'us_al',
    name: 'Alabama privacy act',
    regions: ['US-AL'],
    extend: null,
    effectiveFrom: '2027-05-01',
    sources: [secondary('45 days; nothing found on an extension, so there is none')],
  }),
]
