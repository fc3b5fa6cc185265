import { describe, expect, it } from 'vitest'
import { appealDeadline } from '@/lib/core/deadlines/appeal'
import type { ClosedDays } from '@/lib/core/deadlines/closed-days'
import { complaintTo } from '@/lib/core/deadlines/complaint'
import { clockFor, deadline } from '@/lib/core/deadlines/deadline'
import type { Law } from '@/lib/core/deadlines/law'
import { lawWhy } from '@/lib/core/deadlines/law-basis'
import { lawFor } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { shortestOf } from '@/lib/core/deadlines/shortest'
import { actions } from '@/lib/core/request/request'
import fc from '@/tests/support/property'
import { aRequest } from './given'
import { at, zone } from './runner'
import { aDay, step } from './slow-calendar'

const own = 'the data protection authority of the country you live in'
const heard = (country: string, region?: string) => {
  const { request } = aRequest({}, { country, ...(region && { region }) })
  return complaintTo(request, 'gdpr', own)
}
const standIn = (country: string, day = '2026-11-01') => lawFor(laws, country, null, day, 'gdpr')

describe('a law made of the shortest of several', () => {
  it('is never later than any of them: acknowledged, due, extended, appealed, with any closed days', () => {
    const several = fc.uniqueArray(fc.constantFrom(...laws), { minLength: 2, maxLength: 6 })
    const closed = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 10 })
    fc.assert(
      fc.property(several, fc.constantFrom(...actions), aDay, closed, (members, action, day, offsets) => {
        const holidays = offsets.map(days => step(day, days))
        const calendar: ClosedDays = {
          name: '',
          on: date => (holidays.includes(String(date)) ? 'Closed' : null),
        }
        const receivedAt = at(`${day}T12:00`)
        const shortest = shortestOf(members, own)
        const common = { action, receivedAt, timeZone: zone, calendar, now: receivedAt }
        const first = deadline({ ...common, law: shortest })
        const longer = deadline({ ...common, law: shortest, extended: true })
        for (const law of members) {
          const of = deadline({ ...common, law })
          expect(+first.dueOn, law.id).toBeLessThanOrEqual(+of.dueOn)
          if (of.acknowledgeBy)
            expect(+(first.acknowledgeBy ?? Number.POSITIVE_INFINITY), law.id).toBeLessThanOrEqual(
              +of.acknowledgeBy,
            )
          if (of.latestOn || !clockFor(law, action).extend)
            expect(+longer.dueOn, law.id).toBeLessThanOrEqual(+(of.latestOn ?? of.dueOn))
          const appealed = (under: Law, extended: boolean) =>
            under.appeal &&
            +appealDeadline({
              law: under,
              appeal: under.appeal,
              receivedAt,
              timeZone: zone,
              calendar,
              extended,
            }).dueOn
          for (const extended of [false, true]) {
            const theirs = appealed(law, extended)
            if (theirs) expect(appealed(shortest, extended), law.id).toBeLessThanOrEqual(theirs)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
  it('extends only for a reason that each of them knows', () => {
    const extension = (country: string) => clockFor(standIn(country), 'access').extend
    expect(extension('US')).toEqual({
      by: { n: 15, unit: 'days' },
      reasons: ['complexity', 'number-of-requests'],
    })
    expect(extension('CA')).toBeUndefined()
  })
  it('in the United States lets nobody take longer for an appeal, as some states don’t', () => {
    expect(standIn('US').appeal).toMatchObject({ kind: 'appeal', respond: { n: 45, unit: 'days' } })
    expect(standIn('US').appeal?.extend).toBeUndefined()
  })
  it('counts the acknowledgement of California as California does, over a holiday', () => {
    const labourDay: ClosedDays = {
      name: '',
      on: day => (day.toString() === '2026-09-07' ? 'Labor Day' : null),
    }
    const receivedAt = at('2026-09-01T12:00')
    const acknowledged = (law: Law) =>
      deadline({ law, action: 'access', receivedAt, timeZone: zone, calendar: labourDay, now: receivedAt })
        .acknowledgeBy
    expect(acknowledged(standIn('US'))).toEqual(at('2026-09-15T23:59:59'))
  })
})

describe('who hears a complaint', () => {
  it.each([
    ['PR', undefined, 'the Attorney General of your state or territory'],
    ['US', undefined, 'the Attorney General of your state or territory'],
    ['US', 'US-WY', 'the Attorney General of your state or territory'],
    ['US', 'US-VA', 'the state’s Attorney General'],
    ['US', 'US-UT', 'the state’s Attorney General'],
    ['US', 'US-CA', 'the California Privacy Protection Agency or the Attorney General'],
    ['CA', undefined, 'the privacy commissioner of your province, or the Privacy Commissioner of Canada'],
    ['CA', 'CA-ON', 'the Privacy Commissioner of Canada'],
    ['NL', undefined, own],
    ['AQ', undefined, own],
  ])('about a request from %s %s is %s', (country, region, words) => {
    expect(heard(country, region)).toBe(words)
  })
  it.each(laws)('under $id is somebody else than us', ({ complaint, appeal }) => {
    expect(`${complaint} ${appeal?.authority}`).not.toMatch(/\bus\b/)
  })
})

describe('a region that has a country’s code of its own', () => {
  it.each([
    ['CN', 'CN-HK', 'hk_pdpo', 'country', 'It is the law of Hong Kong'],
    ['CN', 'CN-TW', 'tw_pdpa', 'country', 'It is the law of Taiwan'],
    ['CN', 'CN-MO', 'gdpr', 'default', 'No law is known for Macao'],
    ['HK', 'CN-HK', 'hk_pdpo', 'country', 'It is the law of Hong Kong'],
    ['CN', 'CN-BJ', 'cn_pipl', 'country', 'It is the law of China'],
    ['FI', 'FI-01', 'gdpr', 'country', 'It is the law of the Åland Islands'],
    ['FR', 'FR-973', 'gdpr', 'country', 'It is the law of French Guiana'],
    ['GB', 'GB-SCT', 'uk_gdpr', 'country', 'It is the law of the United Kingdom'],
    ['US', 'US-PR', 'shortest-us', 'shortest-of-country', 'No law is known for Puerto Rico'],
    ['PR', 'US-PR', 'shortest-us', 'shortest-of-country', 'No law is known for Puerto Rico'],
    ['US', 'US-DC', 'shortest-us', 'shortest-of-country', 'No law is known for'],
  ])('%s %s is under %s', (country, region, id, basis, why) => {
    const { request } = aRequest({}, { country, region })
    expect(request.dueRule.split('@')[0]).toBe(id)
    expect(request.lawBasis).toBe(basis)
    expect(lawWhy(request)).toContain(why)
  })
})
