import { describe, expect, it } from 'vitest'
import { clockFor } from '@/lib/core/deadlines/deadline'
import type { PauseReason } from '@/lib/core/deadlines/law'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Action } from '@/lib/core/request/request'
import fc from '@/tests/support/property'
import { count, due, lawOf } from './counting'
import { aDay, slowly, step } from './slow-calendar'

describe('the vectors', () => {
  it.each([
    ['gdpr', '2026-01-31', '2026-03-02', 'one month: 28 February is a Saturday'],
    ['gdpr', '2026-08-31', '2026-09-30', 'one month: the last day of a shorter one'],
    ['uk_gdpr', '2026-08-31', '2026-09-30', 'the same number-to-number in the United Kingdom'],
    ['us_ca', '2026-09-01', '2026-10-16', '45 days, the day of receipt not counted, no roll'],
    ['us_ca', '2026-09-02', '2026-10-17', 'which is a Saturday, and stays'],
  ])('%s received %s is due %s: %s', (id, received, day) => {
    expect(due(id, received)).toBe(day)
  })
  it('Good Friday to Easter Monday closed: the end of the next working day', () => {
    expect(due('gdpr', '2026-03-03', { holidays: ['2026-04-03', '2026-04-06'] })).toBe('2026-04-07')
  })
  it('California acknowledges in 10 business days; Labor Day, which the rule leaves undefined, counts as one', () => {
    expect(count('us_ca', '2026-09-01', { holidays: ['2026-09-07'] }).ack).toBe('2026-09-15')
    expect(laws.filter(law => law.clocks.some(clock => clock.acknowledge)).map(law => law.id)).toEqual([
      'us_ca',
    ])
  })
  it('an opt-out there takes 15 business days', () => {
    expect(due('us_ca', '2026-09-01', { action: 'objection' })).toBe('2026-09-22')
  })
  it.each([
    ['us_ri', '2026-09-16'],
    ['us_ct', '2026-09-16'],
    ['us_de', '2026-09-16'],
    ['us_nj', '2026-09-16'],
    ['us_nh', '2026-09-16'],
    ['us_or', '2026-09-16'],
    ['us_mn', '2026-09-16'],
    ['us_md', '2026-10-01'],
    ['us_mt', '2026-10-16'],
  ])('consent that is withdrawn under %s counts until %s, without an extension', (id, day) => {
    expect(due(id, '2026-09-01', { action: 'objection', extended: true })).toBe(day)
  })
  it('an opt-out in Nevada takes 60 days, and 30 more', () => {
    expect(due('us_nv', '2026-09-01', { action: 'objection' })).toBe('2026-10-31')
    expect(due('us_nv', '2026-09-01', { action: 'objection', extended: true })).toBe('2026-11-30')
  })
  it('South Africa rolls over Sundays and holidays, not over Saturdays', () => {
    expect(due('za_popia', '2026-09-18')).toBe('2026-10-19')
    expect(due('za_popia', '2026-09-17')).toBe('2026-10-17')
    expect(due('za_popia', '2026-09-17', { holidays: ['2026-10-17'] })).toBe('2026-10-19')
  })
  it('New Zealand’s 20 working days leave out 25 December to 15 January', () => {
    expect(due('nz_pa', '2026-12-18')).toBe('2027-02-08')
    expect(due('nz_pa', '2026-09-01')).toBe('2026-09-29')
  })
})

/** legal-clocks: days or months to respond to an erasure, and with the extension; counted from Tuesday 2026-09-01. */
describe('every law’s own clock', () => {
  const by = '2026-11-30'
  it.each<[string, string, string | null]>([
    ['gdpr', '2026-10-01', '2026-12-01'],
    ['uk_gdpr', '2026-10-01', '2026-12-01'],
    ['ch_fadp', '2026-10-01', by],
    ['us_ca', '2026-10-16', '2026-11-30'],
    ['us_va', '2026-10-16', '2026-11-30'],
    ['us_co', '2026-10-16', '2026-11-30'],
    ['us_ct', '2026-10-16', '2026-11-30'],
    ['us_tx', '2026-10-16', '2026-11-30'],
    ['us_or', '2026-10-16', '2026-11-30'],
    ['us_mt', '2026-10-16', '2026-11-30'],
    ['us_ut', '2026-10-16', '2026-11-30'],
    ['us_ia', '2026-11-30', '2027-01-14'],
    ['us_fl', '2026-10-16', '2026-10-31'],
    ['us_mn', '2026-10-16', '2026-11-30'],
    ['us_nj', '2026-10-16', '2026-11-30'],
    ['us_md', '2026-10-16', '2026-11-30'],
    ['us_std', '2026-10-16', '2026-11-30'],
    ['us_ri', '2026-10-16', '2026-11-30'],
    ['us_ok', '2026-10-16', '2026-11-30'],
    ['us_al', '2026-10-16', null],
    ['br_lgpd', '2026-09-16', null],
    ['ca_pipeda', '2026-10-01', '2026-10-31'],
    ['ca_qc', '2026-10-01', null],
    ['jp_appi', '2026-09-15', null],
    ['sg_pdpa', '2026-10-01', by],
    ['th_pdpa', '2026-11-30', null],
    ['kr_pipa', '2026-09-11', null],
    ['cn_pipl', '2026-09-22', null],
    ['in_dpdp', '2026-11-30', null],
    ['za_popia', '2026-10-01', null],
    ['au_app', '2026-10-01', null],
    ['nz_pa', '2026-09-29', by],
    ['tr_kvkk', '2026-10-01', null],
    ['ar_pdp', '2026-09-08', null],
    ['us_de', '2026-10-16', '2026-11-30'],
    ['us_nh', '2026-10-16', '2026-11-30'],
    ['us_wa', '2026-10-16', '2026-11-30'],
    ['us_nv', '2026-10-16', '2026-11-30'],
    ['ca_bc', '2026-10-13', null],
    ['ca_ab', '2026-10-16', null],
    ['je_dpl', '2026-09-29', '2026-11-24'],
    ['gg_dpl', '2026-10-01', '2026-12-01'],
    ['im_gdpr', '2026-10-01', '2026-12-01'],
    ['gi_gdpr', '2026-10-01', '2026-12-01'],
    ['ru_152', '2026-09-15', null],
    ['tw_pdpa', '2026-10-01', '2026-10-31'],
    ['hk_pdpo', '2026-10-11', null],
    ['my_pdpa', '2026-09-22', '2026-10-06'],
    ['id_pdp', '2026-09-04', null],
    ['ke_dpa', '2026-09-08', null],
    ['eg_pdp', '2026-09-09', null],
    ['sa_pdpl', '2026-10-01', null],
    ['ge_pdp', '2026-09-15', null],
    ['bm_pipa', '2026-10-16', null],
    ['ky_dpa', '2026-10-01', null],
    ['mx_pdp', '2026-09-29', null],
    ['cl_pdp', '2026-10-01', '2026-10-31'],
    ['co_pdp', '2026-09-22', '2026-10-02'],
    ['uy_pdp', '2026-09-06', null],
  ])('%s: %s, extended %s', (id, day, extended) => {
    expect(due(id, '2026-09-01')).toBe(day)
    const clock = clockFor(lawOf(id), 'erasure')
    expect(Boolean(clock.extend), 'extends').toBe(extended !== null)
    const notified = clock.extend?.by === null ? { notified: by } : {}
    if (extended) expect(due(id, '2026-09-01', { extended: true, ...notified })).toBe(extended)
  })
  it('is listed for every law', () => {
    expect(laws).toHaveLength(59)
    expect(new Set(laws.map(law => law.id)).size).toBe(laws.length)
  })
  it('differs by action where the law does', () => {
    expect(due('us_ca', '2026-09-01', { action: 'access' })).toBe('2026-10-16')
    expect(due('br_lgpd', '2026-09-01', { action: 'access' })).toBe('2026-09-16')
    expect(due('th_pdpa', '2026-09-01', { action: 'access' })).toBe('2026-10-01')
    expect(due('ar_pdp', '2026-09-01', { action: 'access' })).toBe('2026-09-11')
    expect(due('co_pdp', '2026-09-01', { action: 'access' })).toBe('2026-09-15')
    expect(due('tw_pdpa', '2026-09-01', { action: 'access' })).toBe('2026-09-16')
    expect(due('za_popia', '2026-09-01', { action: 'access' })).toBe('2026-10-01')
    expect(due('za_popia', '2026-09-01', { action: 'access', extended: true })).toBe('2026-10-31')
    expect(due('za_popia', '2026-09-01', { extended: true })).toBe('2026-10-01')
  })
  it('of Switzerland, Singapore and New Zealand has no cap: the day that was notified', () => {
    for (const id of ['ch_fadp', 'sg_pdpa', 'nz_pa'])
      expect(due(id, '2026-09-01', { extended: true, notified: '2027-03-31' })).toBe('2027-03-31')
  })
  it('of Korea is postponed for access alone, to the day that was notified', () => {
    const given = { extended: true, notified: '2026-10-05' }
    expect(due('kr_pipa', '2026-09-01', { action: 'access', ...given })).toBe('2026-10-05')
    expect(due('kr_pipa', '2026-09-01', given)).toBe('2026-09-11')
  })
  it('has a clock for every action, sources with a mark each, and the day it was checked', () => {
    for (const law of laws) {
      for (const action of ['erasure', 'access', 'objection'] as const)
        expect(
          law.clocks.filter(clock => clock.actions.includes(action)),
          `${law.id} ${action}`,
        ).toHaveLength(1)
      expect(law.sources.length, law.id).toBeGreaterThan(0)
      expect(law.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(law.complaint.length, law.id).toBeGreaterThan(0)
    }
  })
})

describe('a court', () => {
  it('is named by the laws that give the person one, with the place that says so', () => {
    const courts = laws.filter(law => law.court).map(law => law.id)
    expect(courts.toSorted()).toEqual([
      'ar_pdp',
      'br_lgpd',
      'ch_fadp',
      'cn_pipl',
      'gdpr',
      'gi_gdpr',
      'im_gdpr',
      'jp_appi',
      'uk_gdpr',
    ])
    for (const { id, court } of laws) if (court) expect(court.text, id).toMatch(/\d/)
  })
  it('is no part of the words for who hears complaints', () => {
    for (const { id, complaint } of laws) expect(complaint, id).not.toContain('court')
  })
})

describe('the day that we aim at ourselves', () => {
  it('is 28 days in the United Kingdom, before the law’s own day, and moves with it', () => {
    expect(count('uk_gdpr', '2026-09-01')).toMatchObject({ target: '2026-09-29', due: '2026-10-01' })
    const pauses = [['2026-09-03', '2026-09-06']] as const
    expect(count('uk_gdpr', '2026-09-01', { pauses }).target).toBe('2026-10-04')
  })
  it('is none where it would not come first, once extended, and in other laws', () => {
    expect(count('uk_gdpr', '2027-02-04').target).toBeNull()
    expect(count('uk_gdpr', '2026-09-01', { extended: true }).target).toBeNull()
    expect(laws.filter(law => law.target).map(law => law.id)).toEqual(['uk_gdpr'])
  })
})

describe('an extension', () => {
  it('of the GDPR is three months from the original start, not two more on the rolled date', () => {
    expect(due('gdpr', '2026-01-31', { extended: true })).toBe('2026-04-30')
    expect(due('uk_gdpr', '2026-11-30', { extended: true })).toBe('2027-03-01')
  })
})

describe('every deadline', () => {
  it('is what a slow and obvious calculator says', () => {
    const aReason = fc.constantFrom<PauseReason>('identity', 'clarification')
    const anOffset = fc.array(fc.integer({ min: 0, max: 140 }), { maxLength: 8 })
    const aPause = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), aReason)
    const anAction = fc.constantFrom<Action>('erasure', 'access', 'objection')
    fc.assert(
      fc.property(
        fc.constantFrom(...laws),
        anAction,
        aDay,
        anOffset,
        fc.array(aPause, { maxLength: 3 }),
        fc.boolean(),
        (law, action, received, offsets, spans, extended) => {
          const holidays = offsets.map(days => step(received, days))
          const pauses = spans.map(
            ([from, length, reason]) =>
              [step(received, from), step(received, from + length), reason] as const,
          )
          const notified = step(received, 100)
          const now = step(received, 400)
          const given = { action, holidays, pauses, extended, notified, now }
          expect(due(law.id, received, given)).toBe(slowly(law, action, received, given))
        },
      ),
      { numRuns: 500 },
    )
  }, 30_000)
})
