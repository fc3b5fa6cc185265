import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { publicActor } from '@/lib/core/people/make-actor'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { submitRequest } from '@/lib/door/run/submit'
import { readQueue } from '@/lib/store/queue/queue'
import { readReport } from '@/lib/store/request/reports'
import { aWorld } from '../factories/world'

const world = await aWorld()
const sam = world.staff('support-engineer')
const note = 'They wrote so'
const from = () => ({ commandId: `test:${randomUUID()}`, source: 'privacy-center' as const })
const rows = async () =>
  (await readQueue(sam, queueFilterSchema.parse({ view: 'all' }))).items.map(({ reference, lawBasis }) => [
    reference,
    lawBasis,
  ])

describe('where the person lives', () => {
  it('is taken with its region from the public form, and decides the law', async () => {
    const { reference } = await world.begin({}, { country: 'US', region: 'US-CA' })
    const request = await world.get(reference)
    expect(request).toMatchObject({ country: 'US', region: 'US-CA', lawBasis: 'region' })
    expect(request.dueRule).toMatch(/^us_ca@/)
    expect(request.acknowledgeBy).not.toBeNull()
  })
  it('has the country of a region that came alone', async () => {
    const { email, username } = await world.account()
    const input = { type: 'individual-deletion', email, username, region: 'US-CA' }
    const sent = await submitRequest(publicActor(), input, from())
    expect(await world.get(sent.ok ? sent.reference : '')).toMatchObject({ country: 'US', region: 'US-CA' })
  })
  it('is refused with the region’s name where the two contradict each other', async () => {
    const { email, username } = await world.account()
    const input = { type: 'individual-deletion', email, username, country: 'DE', region: 'US-CA' }
    expect(await submitRequest(publicActor(), input, from())).toMatchObject({
      ok: false,
      reason: 'invalid-input',
      fields: { region: expect.any(String) },
    })
  })
  it('is taken as people write its codes', async () => {
    const { email, username } = await world.account()
    const input = { type: 'individual-deletion', email, username, country: 'us', region: 'us-va' }
    const sent = await submitRequest(publicActor(), input, from())
    const { country, region, dueRule } = await world.get(sent.ok ? sent.reference : '')
    expect([country, region, dueRule.split('@')[0]]).toEqual(['US', 'US-VA', 'us_va'])
  })
  it('marks requests whose law only stands in, in the queue and in the report, until it is corrected', async () => {
    const { reference } = await world.begin({}, { country: 'US' })
    expect(await rows()).toContainEqual([reference, 'shortest-of-country'])
    const counted = async () =>
      (await readReport(sam, '2020-01')).standIns.find(({ law }) => law === 'shortest-us')?.count ?? 0
    expect(await counted()).toBe(1)
    expect(
      await world.run('support-engineer', reference, 'correct-jurisdiction', {
        country: 'US',
        region: 'US-VA',
        note,
      }),
    ).toMatchObject({ ok: true })
    expect(await rows()).toContainEqual([reference, 'region'])
    expect(await counted()).toBe(0)
    expect(await world.get(reference)).toMatchObject({ region: 'US-VA', placeConfirmedAt: expect.any(Date) })
  })
})

describe('the monthly figures', () => {
  it('count in no time and no median what nobody confirmed', async () => {
    const ended = async (reference: string, days: number) =>
      await world.sql(
        `update request set received_at = '2019-03-01T12:00Z', due_on = '2019-04-01T12:00Z', state = 'closed',
           outcome = $3, closed_at = '2019-03-01T12:00Z'::timestamptz + make_interval(days => $2) where reference = $1`,
        [reference, days, days === 7 ? 'unconfirmed' : 'refused'],
      )
    for (const days of [7, 7, 7, 20, 40]) await ended(await world.submit(await world.account()), days)
    const report = await readReport(sam, '2019-03')
    expect(report.months.find(({ month }) => month === '2019-03')).toMatchObject({
      received: 5,
      closed: 5,
      answered: 2,
      inTime: 1,
      medianDays: 30,
    })
  })
})
