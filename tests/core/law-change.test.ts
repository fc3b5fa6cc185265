import { describe, expect, it } from 'vitest'
import type { Clock, Law } from '@/lib/core/deadlines/law'
import { clockChanges, touchedBy } from '@/lib/core/deadlines/law-change'
import { placesOf } from '@/lib/core/deadlines/law-for'
import { type LawVersion, lawsNow } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import { aRequest } from './given'
import { local, rules, zone } from './runner'

const lawIn = (all: readonly Law[], id: string): Law => {
  const law = all.find(law => law.id === id)
  if (!law) throw new Error(`no law ${id}`)
  return law
}
const own = lawIn(laws, 'gdpr')
const inDays = (n: number): Clock[] => own.clocks.map(clock => ({ ...clock, respond: { n, unit: 'days' } }))
const version: LawVersion = { law: 'gdpr', version: 1, clocks: inDays(20), note: 'Our own promise' }
const after = {
  now: new Date('2026-06-02T10:00:00Z'),
  timeZone: zone,
  rules: { ...rules, lawVersions: [version] },
  holidaysOf: () => () => null,
}

describe('before a law’s clocks change', () => {
  it('the old and the new period stand side by side, once for all actions with the same change', () => {
    const [change, ...more] = clockChanges(own, lawIn(lawsNow([version]), 'gdpr'))
    expect(more).toEqual([])
    expect(change?.actions).toMatch(/deletion.*correction.*access.*objection/)
    expect(change?.from).toMatch(/^1 month; extended once by 2 months/)
    expect(change?.to).toMatch(/^20 days; extended once by 2 months/)
    expect(clockChanges(own, own)).toEqual([])
  })
  it('open requests that would be due on another day are named with both, and keep the one that they have', () => {
    const [nl, ch] = ['NL', 'CH'].map(country => aRequest({}, { name: country, country }).begun().request)
    if (!nl || !ch) throw new Error('no requests')
    const [touched, ...more] = touchedBy([ch, nl], after)
    expect(more).toEqual([])
    expect(touched).toMatchObject({ reference: nl.reference, dueOn: nl.dueOn })
    expect(touched && local(touched.wouldBeDue)).toBe('2026-06-22T23:59:59')
    expect(local(nl.dueOn)).toBe('2026-07-01T23:59:59')
  })
  it('a law that composed laws are made from concerns their requests, too', () => {
    expect(placesOf(laws, 'us_ca')).toEqual(['shortest', 'shortest-us'])
    const request = aRequest({}, { country: 'US' }).begun().request
    const clocks = lawIn(laws, 'us_ca').clocks.map(clock => ({
      ...clock,
      respond: { n: 5, unit: 'days' as const },
    }))
    const lawVersions = [{ law: 'us_ca', version: 1, clocks, note: 'Shorter' }]
    expect(touchedBy([request], { ...after, rules: { ...rules, lawVersions } })).toHaveLength(1)
  })
  it('another default law concerns those whose country has none', () => {
    const request = aRequest({}, { country: 'AQ' }).begun().request
    expect(request.lawBasis).toBe('default')
    const touched = touchedBy([request], { ...after, rules: { ...rules, defaultLaw: 'br_lgpd' } })
    expect(touched.map(({ wouldBeDue }) => local(wouldBeDue))).toEqual(['2026-06-16T23:59:59'])
  })
})
