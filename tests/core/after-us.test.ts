import { describe, expect, it } from 'vitest'
import { laws } from '@/lib/core/deadlines/laws/index'
import { clockOfAppeal, complaintUnder } from '@/lib/core/deadlines/remedies'
import { priya, sam } from './cast'
import { aRequest } from './given'
import { at, zone } from './runner'

const ground = 'You say that you must keep it. The law that you name ended last year.'

describe('whom the person can turn to after our answer', () => {
  const answered = (country: string, region: string | null = null, given: object = {}) => {
    const story = aRequest({}, { country, ...(region && { region }), ...given })
      .begun()
      .does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
    const opens = story.attempt(sam, 'open-appeal', { ground })
    if (opens) story.does(sam, 'open-complaint', { ground })
    return story
      .does(priya, 'answer-appeal', { granted: false, answer: 'It stays.' })
      .variables('appeal-answered')
  }
  it('is the state’s Attorney General, and no court', () => {
    expect(answered('US', 'US-CO')).toMatchObject({
      complaint_authority: 'the state’s Attorney General',
      court: '',
    })
  })
  it('is a court, too, where the law gives one', () => {
    for (const country of ['NL', 'GB', 'BR', 'IM']) expect(answered(country)).toMatchObject({ court: 'yes' })
    expect(answered('TH')).toMatchObject({ court: '' })
  })
  it('is nobody of another country where the law only stands in', () => {
    for (const [country, defaultLaw] of [
      ['AQ', 'shortest'],
      ['AQ', 'us_va'],
      ['US', 'gdpr'],
    ] as const) {
      const variables = answered(country, null, { rules: { defaultLaw } })
      expect(variables).not.toHaveProperty('complaint_authority')
      expect(variables).toMatchObject({ court: '' })
    }
  })
})

describe('the day on which a complaint came', () => {
  const afternoon = (given: object = {}) =>
    aRequest({}, { country: 'NL', on: '2026-06-01T15:00', ...given }).begun()
  const on = (story: ReturnType<typeof afternoon>, receivedOn: string) =>
    story.attempt(sam, 'open-complaint', { ground, receivedOn })
  const due = ({ request }: ReturnType<typeof afternoon>) => request.appeals.at(-1)?.dueOn
  it('may be that of the request itself, in the afternoon, too', () => {
    const story = afternoon().days(3)
    expect(on(story, '2026-05-31')).toBe('invalid-input')
    expect(on(story, '2026-06-01')).toBeNull()
    expect(due(story)).toEqual(at('2026-07-01T23:59:59'))
  })
  it('may be today, and never tomorrow', () => {
    const story = afternoon().clock('2026-06-04T09:00')
    expect(on(story, '2026-06-05')).toBe('invalid-input')
    expect(on(story, '2026-06-04')).toBeNull()
    expect(+(story.request.appeals[0]?.receivedAt ?? 0)).toBeLessThanOrEqual(+story.now)
    expect(due(story)).toEqual(at('2026-07-04T23:59:59'))
  })
  it('is today at the desk where it is still yesterday for the person', () => {
    const story = afternoon({ theirZone: 'America/Los_Angeles' }).clock('2026-06-04T02:00')
    expect(on(story, '2026-06-05')).toBe('invalid-input')
    expect(on(story, '2026-06-04')).toBeNull()
  })
})

describe('a complaint in the United Kingdom', () => {
  it('that came before it had that clock keeps the organisation’s own', () => {
    const law = laws.find(({ id }) => id === 'uk_gdpr')
    if (!law) throw new Error('no law')
    const clock = (receivedAt: Date) => clockOfAppeal(law, { kind: 'complaint', receivedAt }, zone)
    expect(clock(at('2026-06-18T23:59'))).toEqual(complaintUnder(law, at('2026-06-18T23:59'), zone))
    expect(clock(at('2026-06-18T23:59')).roll).toBeUndefined()
    expect(clock(at('2026-06-19T00:00'))).toBe(law.appeal)
  })
})
