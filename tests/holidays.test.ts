import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it } from 'vitest'
import { add } from '@/lib/core/deadlines/spans'
import { holidaysOf } from '@/lib/holidays'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

const day = (text: string) => Temporal.PlainDate.from(text)
const closedFrom = (country: string, from: string, days: number): string[] => {
  const holidayOn = holidaysOf(country, null)
  const all = Array.from({ length: days }, (_, at) => day(from).add({ days: at }))
  return all.filter(day => holidayOn(day) !== null).map(candidate => candidate.toString())
}

/** Each country is asked for years that no other test has asked for, since what was read once is kept. */
describe.each(['UTC', 'Pacific/Chatham', 'America/Los_Angeles'])('in a process that runs in %s', running => {
  const year = { UTC: 2031, 'Pacific/Chatham': 2032, 'America/Los_Angeles': 2033 }[running] ?? 2034

  it.each(['DE', 'GB', 'US', 'JP', 'NZ'])('New Year’s Day in %s is the first of January', country => {
    process.env.TZ = running
    const around = closedFrom(country, `${year - 1}-12-28`, 9).filter(text => text.endsWith('01-01'))
    expect(around).toEqual([`${year}-01-01`])
  })

  it('Christmas Eve is worked in New Zealand, and Waitangi Day is not', () => {
    process.env.TZ = running
    expect(closedFrom('NZ', `${year}-12-23`, 4)).toEqual([`${year}-12-25`, `${year}-12-26`])
    expect(closedFrom('NZ', `${year}-02-04`, 4)).toContain(`${year}-02-06`)
  })
})

describe('holidays', () => {
  it('count 20 working days in New Zealand past a Christmas Eve', () => {
    process.env.TZ = 'UTC'
    const days = { n: 17, unit: 'working-days' } as const
    expect(add(day('2025-12-01'), days, holidaysOf('NZ', null)).toString()).toBe('2025-12-24')
  })

  it('last as long as they last, and for a country that nobody knows there are none', () => {
    expect(closedFrom('CN', '2026-02-15', 6).length).toBeGreaterThan(1)
    expect(closedFrom('XX', '2026-01-01', 5)).toEqual([])
    expect(holidaysOf(null, null)(day('2026-01-01'))).toBeNull()
  })
})

describe('a day on which offices are closed', () => {
  it('has a name', () => {
    expect(holidaysOf('AT', null)(day('2026-10-26'))).toBe('National Holiday')
    expect(holidaysOf('AT', null)(day('2026-10-27'))).toBeNull()
  })
  it('is closed for everybody and for the whole day: not in China on 8 March, 4 May, 1 June and 1 August', () => {
    const china = holidaysOf('CN', null)
    for (const half of ['2026-03-08', '2026-05-04', '2026-06-01', '2026-08-01'])
      expect(china(day(half)), half).toBeNull()
    expect(china(day('2026-05-01'))).not.toBeNull()
    const fifteen = add(day('2026-05-18'), { n: 15, unit: 'working-days' }, china)
    expect(fifteen.toString()).toBe('2026-06-08')
  })
  it('is one in all parts of the country, where no part is named: the earlier date is the safe one', () => {
    const [anywhere, england, scotland] = [null, 'GB-ENG', 'GB-SCT'].map(part => holidaysOf('GB', part))
    const closed = (text: string) => [anywhere, england, scotland].map(on => on?.(day(text)) != null)
    expect(closed('2026-08-31')).toEqual([false, true, false])
    expect(closed('2026-04-06')).toEqual([false, true, false])
    expect(closed('2026-12-25')).toEqual([true, true, true])
  })
})
