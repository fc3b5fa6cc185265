import { describe, expect, it } from 'vitest'
import type { Clock } from '@/lib/core/deadlines/law'
import { type LawVersion, lawOfRule, lawsNow, ruleOf } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import { represent } from '@/lib/core/view/representation'
import { priya } from './cast'
import { aRequest } from './given'
import { local, rules, zone } from './runner'

const everything = ['erasure', 'access', 'objection'] as const
const in20Days: Clock = { actions: everything, respond: { n: 20, unit: 'days' } }
const version = (n: number, clocks: Clock[] | null, law = 'gdpr'): LawVersion => ({
  law,
  version: n,
  clocks,
  note: 'Our own promise',
})
const under = (lawVersions: LawVersion[], country = 'NL') =>
  aRequest({ privateProjects: 1 }, { country, rating: 'high', rules: { lawVersions } })
const due = (story: ReturnType<typeof under>) => local(story.request.dueOn)

describe('a law’s clock that Privacy has overridden', () => {
  it('counts a request that comes in after it', () => {
    const story = under([version(1, [in20Days])])
    expect(due(story)).toBe('2026-06-22T23:59:59')
    expect(story.request.dueRule).toMatch(/^gdpr@\d{4}-\d{2}-\d{2}\/1$/)
  })
  it('says so in the working, with what the law’s own entry says', () => {
    const story = under([version(1, [in20Days])])
    const given = { ...rules, lawVersions: [version(1, [in20Days])] }
    const context = { now: story.now, timeZone: zone, rules: given, holidaysOf: () => () => null }
    expect(deadlineOf(story.request, context).working).toContain(
      'GDPR art. 12(3): 20 days, as Privacy set it (version 1; the law’s entry says 1 month)',
    )
  })
  it('keeps the law’s sources and marks, where it holds, and how its last day is found', () => {
    const [law] = lawsNow([version(1, [in20Days])])
    const [own] = laws
    expect(law).toEqual({ ...own, clocks: [in20Days], override: expect.anything() })
    expect(law?.override?.original).toEqual(own?.clocks)
  })
  it('is no other law’s', () => {
    expect(due(under([version(1, [in20Days])], 'CH'))).toBe('2026-07-01T23:59:59')
  })
  it('can take an extension away, or give one', () => {
    const none = under([version(1, [in20Days])])
    expect(none.attempt(priya, 'extend-deadline', { reason: 'complexity', words: 'Words' })).toBe(
      'not-extendable',
    )
    const longer: Clock = {
      ...in20Days,
      acknowledge: { n: 2, unit: 'working-days' },
      extend: { by: { n: 10, unit: 'days' }, reasons: ['other'] },
    }
    const story = under([version(1, [longer])])
    expect(story.request.acknowledgeBy && local(story.request.acknowledgeBy)).toBe('2026-06-03T23:59:59')
    expect(story.attempt(priya, 'extend-deadline', { reason: 'other', words: 'Words' })).toBeNull()
    expect(due(story)).toBe('2026-07-01T23:59:59')
  })
  it('goes back to the law’s own with a version that has none', () => {
    const story = under([version(1, [in20Days]), version(2, null)])
    expect(due(story)).toBe('2026-07-01T23:59:59')
    expect(story.request.dueRule).toMatch(/^gdpr@\d{4}-\d{2}-\d{2}$/)
  })
  it('is named with its version where the request is read', () => {
    const { law } = represent(under([version(1, [in20Days])]).request, priya, zone, rules)
    expect(law).toMatchObject({ id: 'gdpr', name: 'GDPR art. 12(3)', version: 1 })
    expect(represent(under([]).request, priya, zone, rules).law).toMatchObject({ version: null })
  })
})

describe('a request keeps the version that it was counted with', () => {
  const first = version(1, [in20Days])
  const later = version(2, [{ ...in20Days, respond: { n: 5, unit: 'days' } }])

  it('when another one is set while it waits', () => {
    // Asked and answered: the pause makes it counted anew, three days after Privacy changed the rule.
    const story = under([first])
    story.rules = { ...story.rules, lawVersions: [first, later] }
    story.begun().asked().days(3).answered()
    expect(story.request.dueRule).toMatch(/\/1$/)
    expect(due(story)).toBe('2026-06-24T23:59:59')
  })
  it('also the law’s own', () => {
    const story = under([])
    story.rules = { ...story.rules, lawVersions: [first] }
    story.begun().asked().days(3).answered()
    expect(story.request.dueRule).toMatch(/^gdpr@[\d-]+$/)
    expect(due(story)).toBe('2026-07-06T23:59:59')
  })
  it('by a rule that names the version, and is read back to the same clocks', () => {
    for (const item of lawsNow([first, later])) expect(lawOfRule(ruleOf(item), [first, later])).toEqual(item)
    expect(lawOfRule('gdpr@2026-11-01/1', [first, later])?.clocks).toEqual([in20Days])
    expect(lawOfRule('gdpr@2026-11-01', [first, later])?.clocks).toEqual(laws[0]?.clocks)
    expect(lawOfRule('gone@2026-11-01', [first])).toBeUndefined()
    expect(lawOfRule('', [first])).toBeUndefined()
  })
})
