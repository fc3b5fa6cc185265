import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { announceChanges, publishFirstEntry, waitingToShow } from '@/lib/door/usage/announce'
import { collectEvents } from '@/lib/door/usage/collect'
import { readDictionary } from '@/lib/door/usage/dictionary'
import { changesFeed } from '@/lib/door/usage/feed'
import { currentPing } from '@/lib/door/usage/ping'
import { rotateKey } from '@/lib/door/usage/rotate'
import { readChanges } from '@/lib/store/usage/announcements'
import { rollUp } from '@/lib/store/usage/rollups'
import { countedWeekEnds } from '@/lib/usage-data/figures/ping-windows'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

/** The way of a definition through the whole: announced, collected, in the dictionary, on a chart, in the ping. */

const { url, sql } = await testDatabase()
testEnvironment(url)
await publishFirstEntry()

const priya = staffOf('privacy')
const subject = 'event/page_view'
const view = (uid: string) => ({ e: 'pv', tv: 'js-4.10.1', p: 'web', eid: randomUUID(), uid })
const caller = { optedOut: false, anonymous: false, address: '192.0.2.1' }
/** As a collector that has just started, which reads at once what people were told. */
const send = async (...people: string[]) => {
  globalThis.habeasCollector = undefined
  return await collectEvents(people.map(view), caller)
}
const stored = () =>
  sql<{ at: Date; user: string; key: number }>(
    `select collected_at as at, user_pseudonym as user, key_version as key from usage_event
     where event = 'page_view' order by collected_at`,
  )
const rejected = async () =>
  (await sql<{ reason: string }>('select reason from usage_rejected')).map(item => item.reason)
const standing = async () =>
  (await readDictionary()).events.find(event => event.action === 'page_view')?.standing
const announceAll = async (title: string) => {
  const subjects = Object.fromEntries((await waitingToShow()).map(({ shown }, at) => [String(at), shown]))
  const done = await announceChanges(priya, { title, text: 'Why.', subjects }, `test:${randomUUID()}`)
  expect(done).toMatchObject({ ok: true })
}
beforeEach(() => sql('truncate usage_event, usage_rejected, usage_seen'))

test('what people weren’t told of is refused, and so is what is no longer as they were told', async () => {
  for (const [before, said] of [
    [`delete from usage_announced where subject = '${subject}'`, 'not-yet'],
    [`update usage_announced set fingerprint = 'as it was' where subject = '${subject}'`, 'changed'],
  ] as const) {
    await sql('truncate usage_event, usage_rejected')
    await sql(before)
    expect(await send('robin')).toBe('stored')
    expect([await stored(), await rejected(), await standing()]).toEqual([[], ['not-announced'], said])
    expect((await waitingToShow()).map(item => item.subject)).toEqual([subject])

    const title = `Told: ${said}`
    await announceAll(title)
    expect((await changesFeed()).xml).toContain(`<title>${title}</title>`)
    expect(await send('robin')).toBe('stored')
    const [entry] = await readChanges(1)
    const [first, ...more] = await stored()
    expect([entry?.title, more, await standing()]).toEqual([title, [], 'collected'])
    expect(first?.at.getTime()).toBeGreaterThanOrEqual(entry?.at.getTime() ?? Number.NaN)
  }
})

test('policies of the protocol’s own fields hold everything up until they are announced', async () => {
  await sql(`update usage_announced set fingerprint = 'as it was' where subject = 'fields'`)
  await send('robin')
  expect([await stored(), await rejected()]).toEqual([[], ['not-announced']])
  await announceAll('Fields')
  await send('robin')
  expect(await stored()).toHaveLength(1)
})

test('what is collected comes onto charts and into the ping', async () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f']
  await send(...people, 'a')
  // As if it had been sent on the last day of the week that the next ping speaks of.
  const day = countedWeekEnds(new Date()).toISOString().slice(0, 10)
  await sql('select make_usage_partitions($1::date)', [day])
  await sql(`update usage_event set collected_at = ($1::date + interval '12 hours') at time zone 'UTC'`, [
    day,
  ])
  while ((await rollUp(rolledEvents())) > 0);
  expect(
    await sql(`select count, users from usage_daily where event = 'page_view' and day = $1`, [day]),
  ).toEqual([{ count: 7, users: 6 }])
  const ping = await currentPing(new Date())
  expect(ping.usage_activity_by_stage).toMatchObject({
    page_view_users_weekly: 6,
    page_view_users_monthly: 6,
  })
})

test('another key breaks history, from its announcement on', async () => {
  await send('robin')
  await send('robin')
  expect(await rotateKey(priya, { title: 'A new key', text: 'Why.' }, 'test:rotate')).toMatchObject({
    ok: true,
  })
  await send('robin')
  const [first, second, third] = await stored()
  expect([first?.key, second?.key, third?.key]).toEqual([1, 1, 2])
  expect(second?.user).toBe(first?.user)
  expect(third?.user).not.toBe(first?.user)
  const [entry] = await readChanges(1)
  expect(third?.at.getTime()).toBeGreaterThanOrEqual(entry?.at.getTime() ?? Number.NaN)
})
