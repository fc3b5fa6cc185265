import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { collectEvents } from '@/lib/door/usage/collect'
import { transaction } from '@/lib/store/database/client'
import { readMessages } from '@/lib/store/mail/conversation'
import { beginKeyVersion } from '@/lib/store/usage/keys'
import { system } from '@/tests/factories/system'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'
import { announce } from './collector'
import { context, contexts, pageView, structured } from './given'

const world = await aWorld()
const me = journey(world)
const { sql } = world
await announce(sql)

const nobody = { optedOut: false, anonymous: false, address: '192.0.2.1' }
const ofUser = (id: string) => contexts(context({ user_id: id, project_id: 34 }))
/** What somebody did, taken and rejected. */
async function used(accountId: string, times: number): Promise<void> {
  const views = Array.from({ length: times }, () => pageView({ eid: randomUUID(), ...ofUser(accountId) }))
  const unknown = structured({ eid: randomUUID(), se_ca: 'a', se_ac: 'b', ...ofUser(accountId) })
  expect(await collectEvents([...views, unknown], nobody)).toBe('stored')
}
async function rotated(version: number): Promise<void> {
  await transaction(tx => beginKeyVersion(tx, { version, since: new Date(), changeId: `change ${version}` }))
  if (globalThis.habeasCollector) globalThis.habeasCollector.given = null
}
const counts = async () =>
  (
    await sql<{ events: number; users: number; rejected: number; daily: number }>(
      `select (select count(*)::int from usage_event) as events,
         (select count(distinct user_pseudonym)::int from usage_event) as users,
         (select count(*)::int from usage_rejected) as rejected,
         (select coalesce(sum(count), 0)::int from usage_daily) as daily`,
    )
  )[0]
const doneWords = async (reference: string) => {
  const messages = await readMessages(system, (await world.get(reference)).id)
  return messages.find(message => message.key === 'request-fulfilled')?.body ?? ''
}

test('a person’s events are gone under every key version, others and charts stay, the task tells how many', async () => {
  const held = { subscriptionEndsOn: '2099-01-01' }
  const [jane, other] = [
    await me.begin('individual-deletion', held),
    await me.begin('individual-deletion', held),
  ]
  await used(jane.accountId, 3)
  await used(other.accountId, 2)
  await rotated(2)
  await used(jane.accountId, 4)
  await used(other.accountId, 1)
  await sql(
    `insert into usage_daily (day, event, count, users) values (current_date - 1, 'page_view', 10, 2)`,
  )
  expect(await counts()).toEqual({ events: 10, users: 4, rejected: 4, daily: 10 })

  await me.command('privacy', jane.reference, 'release-hold', { note: 'Cancelled by the person' })
  const task = await me.task(jane.reference, 'Service usage data')
  expect(task).toMatchObject({ state: 'resolved', resolution: 'complete', note: '9 events deleted' })
  expect(await counts()).toEqual({ events: 3, users: 2, rejected: 2, daily: 10 })

  // What they do until their account is gone leaves with the account.
  await used(jane.accountId, 5)
  await me.erase(jane.reference)
  await me.closed(jane.reference, 'fulfilled')
  expect(await counts()).toEqual({ events: 3, users: 2, rejected: 2, daily: 10 })
  expect(await doneWords(jane.reference)).toContain('The service usage data of your account was deleted.')
})

test('where there is nothing, nothing is claimed', async () => {
  const { reference } = await me.begin('individual-deletion')
  const task = await me.task(reference, 'Service usage data')
  expect(task).toMatchObject({ state: 'resolved', resolution: 'complete', note: '0 events deleted' })
  await me.erase(reference)
  await me.closed(reference, 'fulfilled')
  expect(await doneWords(reference)).not.toContain('usage data')
})

test('on hold nothing is deleted', async () => {
  const { reference, accountId } = await me.begin('individual-deletion', { subscriptionEndsOn: '2099-01-01' })
  await used(accountId, 2)
  const before = await counts()
  const refused = await world.runTask('system', reference, 'Service usage data', 'complete-system-task')
  expect(refused).toMatchObject({ ok: false, reason: 'on-hold' })
  expect(await counts()).toEqual(before)
})
