import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { dayOf } from '@/lib/core/deadlines/days'
import { clockFor } from '@/lib/core/deadlines/deadline'
import { basisOf, lawName, lawWhy } from '@/lib/core/deadlines/law-basis'
import { lawFor, regionsWithLaws } from '@/lib/core/deadlines/law-for'
import { lawOfRule, lawsNow, ruleOf } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import { placeChange } from '@/lib/core/deadlines/place-change'
import { countriesWithNamedRegions, namedRegions, regionName } from '@/lib/core/deadlines/region-names'
import { nextReminderAt } from '@/lib/core/deadlines/reminders'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { represent } from '@/lib/core/view/representation'
import { ada, priya, sam } from './cast'
import { aRequest, type Story } from './given'
import { local, rules, zone } from './runner'

const note = 'They wrote so'
const due = ({ request }: Story) => local(request.dueOn)
const law = (story: Story, actor = sam) => represent(story.request, actor, zone, rules).law

describe('a law that only stands in', () => {
  const why = (country: string | undefined, region?: string, more: object = {}) =>
    law(aRequest({}, { ...(country && { country }), ...(region && { region }), ...more }))
  it.each([
    ['NL', undefined, 'gdpr', 'It is the law of the Netherlands.'],
    ['US', 'US-CA', 'us_ca', 'It is the law of California.'],
    ['CA', 'CA-ON', 'ca_pipeda', 'It is the law of Canada.'],
  ])('is none where %s %s has a law', (country, region, id, words) => {
    expect(why(country, region)).toMatchObject({ id, why: words, standIn: false })
  })
  it.each([
    [
      'US',
      undefined,
      'shortest-us',
      'The region in the United States isn’t known; the shortest periods of its laws are used.',
    ],
    [
      'US',
      'US-WY',
      'shortest-us',
      'No law is known for Wyoming; the shortest periods of the laws of the United States are used.',
    ],
    [
      'AQ',
      undefined,
      'gdpr',
      'No law is known for Antarctica; the organisation’s default, GDPR art. 12(3), is used.',
    ],
    [
      undefined,
      undefined,
      'gdpr',
      'The country isn’t known; the organisation’s default, GDPR art. 12(3), is used.',
    ],
  ])('says so for %s %s', (country, region, id, words) => {
    expect(why(country, region)).toMatchObject({ id, why: words, standIn: true })
  })
  it('can be the shortest of all, where Privacy chose that as the default', () => {
    const shown = why('AQ', undefined, { rules: { defaultLaw: 'shortest' } })
    expect(shown).toMatchObject({ id: 'shortest', name: 'Shortest known law', standIn: true })
  })
  it('tells a role that sees no personal data that it stands in, and not for which place', () => {
    expect(law(aRequest({}, { country: 'AQ' }), ada)).toMatchObject({ why: null, standIn: true })
  })
  it('is never later than any law of the country for which it stands in', () => {
    for (const country of ['US', 'CA']) {
      const own = regionsWithLaws(laws).filter(region => region.startsWith(country))
      const standIn = aRequest({}, { country, on: '2027-06-01T12:00' })
      for (const region of own)
        expect(+standIn.request.dueOn, region).toBeLessThanOrEqual(
          +aRequest({}, { country, region, on: '2027-06-01T12:00' }).request.dueOn,
        )
    }
  })
  it('is read back from its rule as it was composed, also after Privacy has set other clocks', () => {
    const clocks = laws.find(known => known.id === 'us_ca')?.clocks ?? []
    const first = {
      law: 'us_ca',
      version: 1,
      note: 'Ours',
      clocks: clocks.map(clock => ({ ...clock, respond: { n: 9, unit: 'days' as const } })),
    }
    const before = lawFor(lawsNow([]), 'US', null, '2026-11-29', 'gdpr')
    const after = lawFor(lawsNow([first]), 'US', null, '2026-11-29', 'gdpr')
    expect(ruleOf(before)).toMatch(/^shortest-us@\d{4}-\d{2}-\d{2}\/on-2026-11-29$/)
    expect(ruleOf(after)).toMatch(/\/on-2026-11-29\/us_ca\.1$/)
    expect(lawOfRule(ruleOf(before), [first])).toEqual(before)
    expect(lawOfRule(ruleOf(after), [first])).toEqual(after)
    expect(clockFor(after, 'erasure').respond).toEqual({ n: 9, unit: 'days' })
    expect(clockFor(before, 'erasure').respond).not.toEqual({ n: 9, unit: 'days' })
    expect(basisOf(ruleOf(after), { country: 'US', region: null })).toBe('shortest-of-country')
  })
  it('is named for each region that has a law', () => {
    for (const region of regionsWithLaws(laws)) expect(regionName(region)).not.toBe(region)
    for (const region of countriesWithNamedRegions.flatMap(namedRegions))
      expect(region).toMatch(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
  })
})

describe('correct-jurisdiction', () => {
  const california = { country: 'US', region: 'US-CA', note }
  it.each([
    ['submitted', (story: Story) => story],
    ['checking', (story: Story) => story.confirmed()],
    ['verifying', (story: Story) => story.begun().asked()],
    ['processing', (story: Story) => story.begun()],
  ])('works for support and Privacy while a request is %s', (state, go) => {
    for (const actor of [sam, priya]) {
      const high = state === 'verifying' ? ({ rating: 'high' } as const) : {}
      const story = go(aRequest({ privateProjects: 1 }, { country: 'NL', ...high }))
      expect(story.state).toBe(state)
      story.does(actor, 'correct-jurisdiction', california)
      expect(story.state).toBe(state)
      expect(story.request).toMatchObject({ country: 'US', region: 'US-CA', lawBasis: 'region' })
      expect(story.request.dueRule).toMatch(/^us_ca@/)
      expect(due(story)).toBe('2026-07-16T23:59:59')
      expect(story.request.acknowledgeBy && local(story.request.acknowledgeBy)).toBe('2026-06-15T23:59:59')
    }
  })
  it('takes codes as people write them', () => {
    const story = aRequest({}, { country: 'NL' }).begun()
    story.does(sam, 'correct-jurisdiction', { country: 'us', region: ' us-ca', note })
    expect(story.request).toMatchObject({ country: 'US', region: 'US-CA' })
    expect(story.attempt(sam, 'correct-jurisdiction', { country: 'United States', note })).toBe(
      'invalid-input',
    )
  })
  it('says that the receipt is still to be acknowledged only where it is', () => {
    const corrected = (server: 'accepted' | 'silent', days: number) => {
      const story = aRequest({}, { country: 'NL' })
      // What is not taken by the mail server acknowledges nothing.
      if (server === 'silent')
        story.request = {
          ...story.request,
          messages: story.request.messages.map(message => ({ ...message, delivery: 'queued' as const })),
        }
      const before = story.days(days).request
      story.does(sam, 'correct-jurisdiction', california)
      return placeChange(before, story.request, { now: story.now, timeZone: zone }).says.join(' ')
    }
    expect(corrected('accepted', 3)).toContain('Receipt was acknowledged on 1 Jun 2026.')
    expect(corrected('silent', 3)).toContain('Receipt has to be acknowledged by 15 Jun 2026.')
  })
  it('moves the reminders with the due date', () => {
    const story = aRequest({}, { country: 'NL' }).begun()
    const before = nextReminderAt(story.request, zone)
    story.does(sam, 'correct-jurisdiction', california)
    expect(+(nextReminderAt(story.request, zone) ?? 0)).toBeGreaterThan(+(before ?? 0))
  })
  it('takes a region away again, or another country alone', () => {
    const story = aRequest({}, { country: 'US', region: 'US-CA' }).begun()
    story.does(sam, 'correct-jurisdiction', { country: 'BR', note })
    expect(story.request).toMatchObject({ country: 'BR', region: null, lawBasis: 'country' })
    expect(due(story)).toBe('2026-06-16T23:59:59')
  })
  it('refuses a region of another country, and one that there isn’t', () => {
    const story = aRequest({}, { country: 'NL' }).begun()
    for (const region of ['CA-QC', 'US-ZZ'])
      expect(story.attempt(sam, 'correct-jurisdiction', { country: 'US', region, note })).toBe(
        'contradiction',
      )
    expect(story.attempt(sam, 'correct-jurisdiction', { country: 'ZZ', note })).toBe('invalid-input')
    expect(story.request.country).toBe('NL')
  })
  it('leaves a due date alone where the place is the same', () => {
    const story = aRequest({}, { country: 'NL', rules: { defaultLaw: 'gdpr' } }).begun()
    const rule = story.request.dueRule
    story.does(sam, 'correct-jurisdiction', { country: 'NL', note })
    expect(story.request.dueRule).toBe(rule)
    expect(story.request.placeConfirmedAt).toEqual(story.now)
  })
  it('writes the law and the dates into the audit log, and neither place nor note', () => {
    const story = aRequest({}, { country: 'NL' }).begun()
    story.does(sam, 'correct-jurisdiction', { country: 'AR', note })
    const facts = story.facts.at(-1)
    expect(facts).toMatchObject({
      dueRule: expect.stringMatching(/^ar_pdp@/),
      lawBasis: 'country',
      earlier: true,
      past: false,
    })
    expect(JSON.stringify(facts)).not.toContain(note)
    expect(Object.keys(facts ?? {})).not.toContain('country')
  })
  it('says what it does to the date: later, earlier, already past', () => {
    const said = (story: Story, place: { country: string; region?: string }) => {
      const before: PrivacyRequest = story.request
      story.does(sam, 'correct-jurisdiction', { ...place, note })
      return placeChange(before, story.request, { now: story.now, timeZone: zone })
    }
    const open = () => aRequest({}, { country: 'NL' }).begun()
    expect(said(open(), { country: 'US', region: 'US-CA' })).toEqual({
      warns: false,
      says: [
        `The law changes from ${lawName('gdpr')} to ${lawName('us_ca')}. It is the law of California.`,
        'The answer is due on 16 Jul 2026 instead of 1 Jul 2026.',
        'Receipt was acknowledged on 1 Jun 2026.',
      ],
    })
    const earlier = said(open(), { country: 'BR' })
    expect(earlier.warns).toBe(true)
    expect(earlier.says.at(-1)).toBe('That is earlier than before.')
    const late = said(open().days(20), { country: 'BR' })
    expect(late.warns).toBe(true)
    expect(late.says.at(-1)).toBe('That day is already past: the answer is late.')
    expect(dayOf(open().request.dueOn, zone).toString()).toBe('2026-07-01')
  })
})

describe('an export to a country that the account contradicts', () => {
  const begin = (country: string, theirs: string) =>
    aRequest({ country: theirs }, { type: 'data-export', country }).begun()
  it('is asked for, not passed', () => {
    const story = begin('DE', 'RU')
    expect(story.state).toBe('verifying')
    const [advice] = adviceFor(story.request)
    expect(advice?.say).toMatch(/The account has another country or region/)
    expect(advice?.steps[0]?.command).toBe('correct-jurisdiction')
    expect(story.attempt(sam, 'send-message', { message: 'project-export-self-serve' })).toBe('illegal-state')
  })
  it('goes on once the person has said where they live', () => {
    const story = begin('DE', 'RU').does(sam, 'correct-jurisdiction', { country: 'DE', note })
    expect(story.selfServed().windowEnds).toHaveLength(1)
  })
  it('is asked for where only the region differs, too', () => {
    const story = aRequest(
      { country: 'UA', region: 'UA-43' },
      { type: 'data-export', country: 'UA', region: 'UA-30' },
    ).begun()
    expect(story.state).toBe('verifying')
    expect(adviceFor(story.request)[0]?.say).toMatch(/another country or region/)
  })
  it('ends where that is an embargoed place', () => {
    const story = begin('DE', 'RU').does(sam, 'correct-jurisdiction', { country: 'RU', note })
    expect(story.request.outcome).toBe('embargoed')
    expect(story.task('export').resolution).toBe('exception')
    const working = aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed().helped()
    working.does(sam, 'correct-jurisdiction', { country: 'UA', region: 'UA-43', note })
    expect(working.request.outcome).toBe('embargoed')
  })
  it('is asked again after a reopening', () => {
    const story = begin('DE', 'RU').does(sam, 'correct-jurisdiction', { country: 'DE', note })
    story.selfServed().days(8)
    expect(story.request.outcome).toBe('no-response')
    story.does(sam, 'reopen', { reason: note })
    expect(story.request.placeConfirmedAt).toBeNull()
  })
})

describe('a place that the person didn’t name and the account knows', () => {
  const told = (account: object, given: object) =>
    adviceFor(
      aRequest({ privateProjects: 1, ...account }, { rating: 'medium', ...given }).begun().request,
    ).find(({ say }) => say.includes('The account is in'))
  it('is shown with the acts that record it, where it decides the law', () => {
    const advice = told({ country: 'US', region: 'US-CA' }, { country: 'US' })
    expect(advice?.say).toContain('The account is in California')
    expect(advice?.steps.map(({ command }) => command)).toEqual(['correct-jurisdiction', 'send-message'])
    expect(told({ country: 'CA', region: 'CA-QC' }, {})?.say).toContain('Quebec')
  })
  it('isn’t where it decides nothing, contradicts the person, or was asked for', () => {
    expect(told({ country: 'DE', region: 'DE-BY' }, { country: 'DE' })).toBeUndefined()
    expect(told({ country: 'US', region: 'US-CA' }, { country: 'DE' })).toBeUndefined()
    expect(told({ country: 'US', region: 'US-CA' }, { country: 'US', region: 'US-VA' })).toBeUndefined()
    const asked = aRequest({ country: 'US', region: 'US-CA' }, { country: 'US' }).begun()
    asked.does(sam, 'correct-jurisdiction', { country: 'US', note })
    expect(adviceFor(asked.request).some(({ say }) => say.includes('The account is in'))).toBe(false)
  })
  it('comes after what is more pressing', () => {
    const { request } = aRequest(
      { country: 'US', region: 'US-CA', privateProjects: 1 },
      { rating: 'medium', country: 'US' },
    ).begun()
    expect(adviceFor(request)[0]?.say).not.toContain('The account is in')
  })
})

it('lawWhy names no place that isn’t known', () => {
  expect(
    lawWhy({ dueRule: 'gdpr@2026-11-01', lawBasis: 'default', country: null, region: null }),
  ).not.toMatch(/null/)
})
