import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { roles } from '@/lib/core/people/actor'
import { retentionDays } from '@/lib/core/settings/retention'
import { applyProposal, proposeSetting } from '@/lib/door/handbook/proposals'
import { readOutlook } from '@/lib/store/retention/retention-outlook'
import { readSetting } from '@/lib/store/settings/settings'
import { staffOf } from '@/tests/factories/staff'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, sql, work } = world
const [priya, petra] = [staffOf('privacy', 'priya'), staffOf('privacy', 'petra')]
const press = () => `test:${randomUUID()}`
const standard = retentionDays.parse({})
const propose = (value: object, by = priya) =>
  proposeSetting(by, { key: 'retention', value, note: 'We need it for less long' }, press())
const outlook = async (days = standard) => {
  const found = await readOutlook(priya, days)
  if (!found) throw new Error('Privacy sees it')
  return found
}
/** Days go by since a request was closed. */
const age = (reference: string, days: number) =>
  sql(`update request set closed_at = closed_at - make_interval(days => $2) where reference = $1`, [
    reference,
    days,
  ])
async function handedOver() {
  const { reference } = await me.begin('data-access')
  await me.attach(reference, '(Access)')
  await me.tick(reference, '(Access)')
  await me.resolve(reference, '(Access)', { resolution: 'complete' })
  await me.closed(reference, 'fulfilled')
  return reference
}

describe('for how long what is kept', () => {
  test('changes only when a second Privacy person applies it', async () => {
    const proposed = await propose({ ...standard, content: 90 })
    const id = proposed.ok ? (proposed.proposal ?? '') : ''
    expect(await readSetting('retention')).toEqual(standard)
    expect(await applyProposal(priya, id, press())).toMatchObject({ ok: false, reason: 'four-eyes' })
    expect(await readSetting('retention')).toEqual(standard)
    expect(await applyProposal(petra, id, press())).toMatchObject({ ok: true })
    expect(await readSetting('retention')).toEqual({ ...standard, content: 90 })
  })
  test('holds from then on: what is older leaves with the worker’s next round', async () => {
    const reference = await handedOver()
    await age(reference, 92)
    await work()
    expect((await get(reference)).contentErasedAt).not.toBeNull()
  })
  test.each([
    ['a package for less long than its download was promised', { packages: 13 }],
    ['nothing for half a day', { content: 0.5 }],
    ['nothing for ever', { content: 99_999 }],
    ['nothing for no time', { proofs: 0 }],
    ['what was emptied', { unconfirmed: null }],
  ])('keeps %s', async (_what, change) => {
    expect(await propose({ ...standard, ...change })).toMatchObject({
      ok: false,
      status: 422,
      fields: { value: expect.any(String) },
    })
  })
  test.each(roles.filter(role => role !== 'privacy'))('is nothing that %s proposes', async role => {
    expect(await propose(standard, staffOf(role))).toMatchObject({ status: 403 })
  })
})

describe('what leaves next', () => {
  test('is counted, with the day on which the first of it leaves', async () => {
    const reference = await handedOver()
    const { closedAt } = await get(reference)
    const { content, packages } = await outlook()
    expect(content.now).toBe(0)
    expect(packages.now).toBe(0)
    const days = (n: number) => new Date(+(closedAt ?? 0) + n * 86_400_000)
    // The day of closing doesn't count, and a change of the clocks may lie between.
    expect(Math.abs(+(packages.next ?? 0) - +days(15))).toBeLessThan(7_200_000)
    await age(reference, 10)
    expect((await outlook()).packages).toMatchObject({ now: 0, week: 1 })
    expect((await outlook({ ...standard, content: 5 })).content).toMatchObject({ now: 1, week: 1 })
  })
  test('tells what a request nobody confirmed has, from its closing', async () => {
    const account = await world.account()
    const reference = await world.submit(account, { type: 'data-access' })
    await work()
    await sql(
      `update request set state = 'closed', outcome = 'unconfirmed', closed_at = now() where reference = $1`,
      [reference],
    )
    expect((await outlook()).unconfirmed).toMatchObject({ now: 0, week: 0, next: expect.any(Date) })
    await age(reference, 25)
    expect((await outlook()).unconfirmed).toMatchObject({ now: 0, week: 1 })
  })
  test('is what the sweep then takes: nothing is out of time afterwards', async () => {
    await sql(`update request set closed_at = closed_at - interval '400 days' where state = 'closed'`)
    expect((await outlook()).content.now).toBeGreaterThan(0)
    await work()
    const { content, unconfirmed, packages, proofs } = await outlook()
    expect([content.now, unconfirmed.now, packages.now, proofs.now]).toEqual([0, 0, 0, 0])
  })
})
