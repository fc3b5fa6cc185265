import { describe, expect, test } from 'vitest'
import { nextReminderAt, remindersOf } from '@/lib/core/deadlines/reminders'
import type { PrivacyRequest } from '@/lib/core/request/request'

const zone = 'Europe/Amsterdam'
const request = (fields: Partial<PrivacyRequest> = {}) => ({
  state: 'processing' as const,
  receivedAt: new Date('2026-03-02T10:00:00Z'),
  dueOn: new Date('2026-04-02T21:59:59Z'),
  timeZone: null,
  deadlineReminders: [],
  appeals: [],
  ...fields,
})
const said = (fields?: Partial<PrivacyRequest>) =>
  remindersOf(request(fields), zone).map(({ kind, at }) => [kind, at.toISOString()])

describe('reminders of a due date', () => {
  test('half time, then the beginnings of the fifth day before, the day before, and the day itself, daylight saving included', () => {
    expect(said()).toEqual([
      ['half-time', '2026-03-18T03:59:59.500Z'],
      ['five-days', '2026-03-27T23:00:00.000Z'],
      ['one-day', '2026-03-31T22:00:00.000Z'],
      ['due-day', '2026-04-01T22:00:00.000Z'],
    ])
  })
  test('days begin where the requester lives', () => {
    const theirs = said({ timeZone: 'America/New_York', dueOn: new Date('2026-04-03T03:59:59Z') })
    expect(theirs.at(-1)).toEqual(['due-day', '2026-04-02T04:00:00.000Z'])
  })
  test('each once a due date, half time once for all', () => {
    const remembered = ['half-time', 'five-days@2026-04-02']
    expect(said({ deadlineReminders: remembered }).map(([kind]) => kind)).toEqual(['one-day', 'due-day'])
    const extended = { deadlineReminders: remembered, dueOn: new Date('2026-06-02T21:59:59Z') }
    expect(said(extended).map(([kind]) => kind)).toEqual(['five-days', 'one-day', 'due-day'])
  })
  test('none before the request was received, where the law’s clock is that short', () => {
    const short = said({ dueOn: new Date('2026-03-05T22:59:59Z') })
    expect(short.map(([kind]) => kind)).toEqual(['one-day', 'half-time', 'due-day'])
  })
  test.each(['submitted', 'closed'] as const)('none while nobody works on it: %s', state => {
    expect(nextReminderAt(request({ state }), zone)).toBeNull()
  })
  test('of an open appeal, by its own due date, though the request is closed; none once it is answered', () => {
    const appeal = {
      id: 'a1',
      kind: 'appeal' as const,
      ground: 'The law ended',
      receivedAt: new Date('2026-05-01T10:00:00Z'),
      dueOn: new Date('2026-06-30T21:59:59Z'),
      openedAt: new Date('2026-05-01T10:00:00Z'),
      openedById: null,
      extendedAt: null,
      extensionReason: null,
      notifiedDay: null,
      granted: null,
      decision: null,
      answer: null,
      answeredAt: null,
      answeredById: null,
    }
    const closed = { state: 'closed' as const, appeals: [appeal] }
    expect(said(closed).map(([kind]) => kind)).toEqual(['half-time', 'five-days', 'one-day', 'due-day'])
    expect(said(closed).at(-1)).toEqual(['due-day', '2026-06-29T22:00:00.000Z'])
    const remembered = { ...closed, deadlineReminders: ['a1:half-time', 'a1:five-days@2026-06-30'] }
    expect(said(remembered).map(([kind]) => kind)).toEqual(['one-day', 'due-day'])
    expect(
      said({ ...closed, appeals: [{ ...appeal, answeredAt: new Date('2026-05-02T10:00:00Z') }] }),
    ).toEqual([])
  })
})
