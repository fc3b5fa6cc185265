import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayOf } from '@/lib/core/deadlines/days'
import { applyProposal, proposeSetting } from '@/lib/door/handbook/proposals'
import { holidaysOf } from '@/lib/holidays'
import { staffOf } from '@/tests/factories/staff'
import { aToken, call } from '@/tests/support/api'
import { aWorld } from '../factories/world'

const world = await aWorld()
const token = await aToken('support-engineer')
const [priya, petra] = [staffOf('privacy', 'priya'), staffOf('privacy', 'petra')]
const press = () => `test:${randomUUID()}`
const propose = (value: unknown) =>
  proposeSetting(priya, { key: 'office-calendar', value, note: 'Our offices' }, press())

async function keep(value: unknown) {
  const proposed = await propose(value)
  expect(proposed).toMatchObject({ ok: true })
  const id = proposed.ok ? (proposed.proposal ?? '') : ''
  expect(await applyProposal(petra, id, press())).toMatchObject({ ok: true })
}

/**
 * A Thursday on which Austria is closed and the Netherlands are not: the last Corpus Christi.
 * Not on a 31st, on which no month after a 30th ends.
 */
function corpusChristi(): Temporal.PlainDate {
  const holidayOn = holidaysOf('AT', null)
  let day = dayOf(new Date(), 'UTC')
  do day = day.subtract({ days: 1 })
  while (holidayOn(day) !== 'Corpus Christi' || day.day === 31)
  return day
}
const thursday = corpusChristi()
const friday = thursday.add({ days: 1 })

/** A request whose month ends on that Thursday. */
async function received(country: string) {
  const { email, username } = await world.account()
  const asked = { type: 'individual-deletion', subjectType: 'individual', email, username, country }
  const taken = await call('/requests', {
    token,
    body: { ...asked, receivedAt: `${thursday.subtract({ months: 1 })}T10:00:00Z` },
  })
  const { reference } = z.object({ reference: z.string() }).parse(taken.body)
  return await world.get(reference)
}
const dueDay = async (country: string) => (await received(country)).dueOn.toISOString().slice(0, 10)

describe('the office calendar', () => {
  it('has only weekends while nobody has set it, no matter what is closed where the person lives', async () => {
    expect(await dueDay('AT')).toBe(thursday.toString())
  })
  it('moves deadlines past the holidays of the offices, wherever the person lives', async () => {
    await keep({ country: 'AT', region: null, closed: [] })
    expect(await dueDay('NL')).toBe(friday.toString())
    expect((await received('NL')).calendar).toEqual({ country: 'AT', region: null, closed: [] })
  })
  it('holds days of its own, with their names', async () => {
    await keep({ country: 'NL', region: null, closed: [{ day: thursday.toString(), name: 'Moving house' }] })
    expect(await dueDay('AT')).toBe(friday.toString())
  })
  it('takes no day that there isn’t, and no part of another country', async () => {
    const refused = { ok: false, reason: 'invalid-input' }
    const closed = [{ day: '2026-02-30', name: 'Nothing' }]
    expect(await propose({ country: 'NL', closed })).toMatchObject(refused)
    expect(await propose({ country: 'NL', region: 'DE-BE' })).toMatchObject(refused)
  })
})
