import { describe, expect, test } from 'vitest'
import { retentionDays } from '@/lib/core/settings/retention'
import { ccpaReport } from '@/lib/core/view/ccpa-report'
import { eraseContent } from '@/lib/door/retention/erase-content'
import { aToken, call } from '@/tests/support/api'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, run, sql, work } = world
const token = await aToken('privacy')
const california = { country: 'US', region: 'US-CA' }

/** The figures of a year for one right: in California, then everywhere. */
async function figures(year: number, kind: string) {
  const { status, body } = await call(`/reports/ccpa?year=${year}`, { token })
  expect(status).toBe(200)
  const report = ccpaReport.strict().parse(body)
  expect(report.year).toBe(year)
  expect(report.jurisdictions.map(({ jurisdiction }) => jurisdiction)).toEqual(['US-CA', 'all'])
  return report.jurisdictions.map(({ rows }) => rows.find(row => row.kind === kind))
}
/** A request as if it had come in on a day of a year, and was answered so many days later. */
async function inYear(reference: string, receivedAt: string, days: number) {
  await sql(
    `update request set received_at = $2::timestamptz, responded_at = $2::timestamptz + make_interval(days => $3),
       closed_at = $2::timestamptz + make_interval(days => $3) where reference = $1`,
    [reference, receivedAt, days],
  )
}
const refused = async (fields: Record<string, string>, ground?: string) => {
  const { reference } = await me.begin('individual-deletion', {}, fields)
  await run('privacy', reference, 'close', { outcome: 'refused', note: 'No.', ...(ground && { ground }) })
  return reference
}

describe('the yearly figures of the California regulations', () => {
  test('count by year and place what was asked, how it was answered, and in how many days', async () => {
    const exempt = await refused(california, 'exempt-legal-obligation')
    const other = await refused(california)
    const elsewhere = await refused({ country: 'DE' }, 'not-covered')
    const open = (await me.begin('individual-deletion', {}, california)).reference
    const unconfirmed = await world.submit(await world.account(), california)
    await inYear(exempt, '2021-02-01T12:00Z', 10)
    await inYear(other, '2021-12-31T12:00Z', 20)
    await inYear(elsewhere, '2021-06-01T12:00Z', 3)
    for (const reference of [open, unconfirmed])
      await sql(`update request set received_at = '2021-05-01T12:00Z' where reference = $1`, [reference])
    const [inCalifornia, everywhere] = await figures(2021, 'delete')
    expect(inCalifornia).toEqual({
      kind: 'delete',
      received: 3,
      whole: 0,
      part: 0,
      denied: 2,
      deniedBecause: { notVerifiable: 0, notAConsumer: 0, exempt: 1, other: 1 },
      withoutAnswer: 1,
      medianDays: 15,
      meanDays: 15,
    })
    expect(everywhere).toMatchObject({ received: 4, denied: 3, medianDays: 10, meanDays: 11 })
    expect(everywhere?.deniedBecause).toMatchObject({ notAConsumer: 1 })
    expect((await figures(2022, 'delete'))[1]).toMatchObject({ received: 0, medianDays: null })
    expect((await figures(2021, 'know'))[1]).toMatchObject({ received: 0 })
  })
  test('count what was complied with in whole, by the day of the hand-over', async () => {
    const { reference } = await me.begin('data-access', {}, california)
    await me.attach(reference, '(Access)', 'support-engineer', 'sheet.csv')
    await me.tick(reference, '(Access)')
    await me.resolve(reference, '(Access)', { resolution: 'complete' })
    await me.closed(reference, 'fulfilled')
    await inYear(reference, '2022-03-01T12:00Z', 4)
    expect((await figures(2022, 'know'))[0]).toMatchObject({ received: 1, whole: 1, denied: 0, meanDays: 4 })
  })
  test('outlive the content of a request for 24 months, and leave then', async () => {
    const reference = await refused(california, 'legal-claims')
    const { id } = await get(reference)
    const past = (days: number) =>
      sql(`update request set closed_at = now() - make_interval(days => $2) where id = $1`, [id, days])
    await past(400)
    await eraseContent(id, retentionDays.parse({}))
    const kept = () =>
      sql(`select ground, response, us_state, country, region, email from request where id = $1`, [id])
    expect(await kept()).toEqual([
      {
        ground: 'legal-claims',
        response: 'denied',
        us_state: 'US-CA',
        country: null,
        region: null,
        email: '',
      },
    ])
    await past(731)
    await work()
    expect(await kept()).toMatchObject([{ ground: 'legal-claims' }])
    await past(733)
    await work()
    expect(await kept()).toMatchObject([{ ground: null, response: null, us_state: null }])
  })
  test('count a refusal of what nobody had confirmed, whose record leaves like any other', async () => {
    const reference = await world.submit(await world.account(), { country: 'DE' })
    await run('privacy', reference, 'close', { outcome: 'refused', note: 'No.', ground: 'excessive' })
    await inYear(reference, '2023-03-01T12:00Z', 2)
    expect((await figures(2023, 'delete'))[1]).toMatchObject({ received: 1, denied: 1, medianDays: 2 })
    const { id } = await get(reference)
    await sql(`update request set closed_at = now() - interval '733 days' where id = $1`, [id])
    await eraseContent(id, retentionDays.parse({}))
    await work()
    expect(await sql(`select ground, response, responded_at from request where id = $1`, [id])).toEqual([
      { ground: null, response: null, responded_at: null },
    ])
  })
  test('are read by those who may see reports, for a year or the present one', async () => {
    expect(ccpaReport.safeParse((await call('/reports/ccpa', { token })).body).success).toBe(true)
    expect((await call('/reports/ccpa?year=2026', { token: await aToken('admin') })).status).toBe(200)
    expect((await call('/reports/ccpa?year=2026', { token: await aToken('forum-admin') })).status).toBe(403)
    for (const wrong of ['?year=', '?year=soon', '?year=1', '?year=2026&month=2'])
      expect((await call(`/reports/ccpa${wrong}`, { token })).status, wrong).toBe(422)
  })
})

describe('the receipt', () => {
  test('is acknowledged once the mail server took the first mail, and no longer to be done', async () => {
    const reference = await world.submit(await world.account(), california)
    const shown = async () => Object((await call(`/requests/${reference}`, { token })).body)
    expect(await shown()).toMatchObject({ acknowledgeBy: expect.any(String), acknowledgedAt: null })
    await work()
    expect((await shown()).acknowledgedAt).toMatch(/^\d{4}-\d{2}-\d{2}T/)
  })
})
