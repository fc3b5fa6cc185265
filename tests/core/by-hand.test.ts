import { describe, expect, it } from 'vitest'
import { deadline } from '@/lib/core/deadlines/deadline'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Action } from '@/lib/core/request/request'

interface Given {
  zone?: string
  action?: Action
  extended?: boolean
  closed?: readonly string[]
}

function due(
  id: string,
  received: string,
  { zone = 'UTC', action = 'erasure', extended, closed = [] }: Given,
) {
  const law = laws.find(law => law.id === id)
  if (!law) throw new Error(`no law ${id}`)
  const receivedAt = new Date(received)
  const calendar = { name: '', on: (day: object) => (closed.includes(String(day)) ? 'Closed' : null) }
  const given = { law, action, receivedAt, timeZone: zone, calendar, now: receivedAt }
  return deadline({ ...given, ...(extended && { extended }) })
    .dueOn.toISOString()
    .slice(0, 19)
}

/** Each counted with a paper calendar. */
describe('a due date, counted by hand', () => {
  it.each([
    ['ch_fadp', '2026-01-31T09:59:59.999Z', { zone: 'Pacific/Kiritimati' }, '2026-03-02T09:59:59'],
    ['ch_fadp', '2026-01-31T10:00:00Z', { zone: 'Pacific/Kiritimati' }, '2026-03-03T09:59:59'],
    ['ch_fadp', '2026-02-01T10:59:59.999Z', { zone: 'Pacific/Pago_Pago' }, '2026-03-03T10:59:59'],
    ['ch_fadp', '2026-02-01T11:00:00Z', { zone: 'Pacific/Pago_Pago' }, '2026-03-04T10:59:59'],
    // The last day of February, in a leap year and not, and from it.
    ['gdpr', '2028-01-31T12:00:00Z', {}, '2028-02-29T23:59:59'],
    ['gdpr', '2026-01-31T12:00:00Z', {}, '2026-03-02T23:59:59'],
    ['gdpr', '2028-02-29T12:00:00Z', { extended: true }, '2028-05-29T23:59:59'],
    ['gdpr', '2026-11-30T12:00:00Z', { extended: true }, '2027-03-01T23:59:59'],
    ['uk_gdpr', '2026-08-31T12:00:00Z', { extended: true }, '2026-11-30T23:59:59'],
    // Closed on the day itself and on the one to which it moves.
    [
      'gdpr',
      '2026-11-25T12:00:00Z',
      { closed: ['2026-12-25', '2026-12-28', '2026-12-29'] },
      '2026-12-30T23:59:59',
    ],
    ['us_ca', '2026-11-17T20:00:00Z', { closed: ['2027-01-01'] }, '2027-01-01T23:59:59'],
    ['us_fl', '2026-11-17T20:00:00Z', { extended: true }, '2027-01-16T23:59:59'],
    ['us_ia', '2027-11-30T12:00:00Z', {}, '2028-02-28T23:59:59'],
    // Working days over the end of the year, and a Saturday that is no holiday.
    ['ar_pdp', '2026-12-18T12:00:00Z', { closed: ['2026-12-24', '2026-12-25'] }, '2026-12-29T23:59:59'],
    ['za_popia', '2026-11-26T12:00:00Z', { closed: ['2026-12-26'] }, '2026-12-28T23:59:59'],
    ['za_popia', '2026-11-26T12:00:00Z', {}, '2026-12-26T23:59:59'],
    // The day after the last one begins at one o'clock there, and this one has 25 hours.
    ['eg_pdp', '2026-04-15T12:00:00Z', { zone: 'Africa/Cairo' }, '2026-04-23T21:59:59'],
    ['jp_appi', '2026-10-11T12:00:00Z', { zone: 'Europe/Berlin' }, '2026-10-25T22:59:59'],
    ['co_pdp', '2026-06-01T12:00:00Z', { action: 'access', extended: true }, '2026-06-22T23:59:59'],
    ['th_pdpa', '2026-12-02T12:00:00Z', {}, '2027-03-02T23:59:59'],
  ] as const)('%s, received %s, %o: %s', (id, received, given, expected) => {
    expect(due(id, received, given)).toBe(expected)
  })
})
