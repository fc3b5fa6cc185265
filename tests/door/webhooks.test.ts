import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { webhookFindings } from '@/lib/cli/doctor-webhooks'
import { newWebhookView, webhooksView } from '@/lib/core/view/webhook-view'
import { createWebhook, removeWebhook, replayDelivery, sendTest } from '@/lib/door/webhooks/webhooks'
import { readDeliveries } from '@/lib/store/webhooks/delivery-log'
import { deleteOldDeliveries } from '@/lib/store/webhooks/upkeep'
import { listWebhooks } from '@/lib/store/webhooks/webhooks'
import { untilBlocked } from '@/tests/support/blocked'
import { aPerson, signedIn, staffBySecret } from '../factories/signing-in'
import { staffOf } from '../factories/staff'
import { system } from '../factories/system'
import { aWorld } from '../factories/world'
import { aToken, call } from '../support/api'
import { WebhookReceiver } from '../support/webhook-receiver'

const receiver = await new WebhookReceiver().listen()
vi.stubEnv('ALLOWED_PRIVATE_HOSTS', receiver.host)
const world = await aWorld()
const { sql } = world
const admin = staffOf('admin')
const token = await aToken('admin')
const url = `${receiver.url}/told`
const events = ['request.opened', 'request.closed']

afterAll(() => receiver.close())
beforeEach(async () => {
  receiver.calls.length = 0
  receiver.clearFaults()
  await sql('delete from webhook')
})

async function made(more: object = {}): Promise<{ id: string; secret: string }> {
  const done = await createWebhook(admin, { url, events, ...more }, randomUUID())
  if (!done.ok || !done.id || !done.secret) throw new Error('no webhook was made')
  receiver.secrets.set('/told', done.secret)
  return { id: done.id, secret: done.secret }
}
const submitted = async () => await world.submit(await world.account())
const typesOf = async (id: string) => (await readDeliveries(admin, id)).others.map(({ type }) => type)

describe('the API', () => {
  test('adds one, lists it without its secret, and takes it away', async () => {
    const answer = await call('/webhooks', { token, body: { url, events } })
    expect(answer.status).toBe(201)
    const { id, secret = '' } = newWebhookView.parse(answer.body)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const list = await call('/webhooks', { token })
    expect(list.status).toBe(200)
    expect(webhooksView.parse(list.body).items).toMatchObject([{ id, url, events, lastDelivery: null }])
    expect(list.text).not.toContain(secret)
    expect(await call(`/webhooks/${id}`, { token, method: 'DELETE' })).toMatchObject({
      status: 204,
      text: '',
    })
    expect(await call(`/webhooks/${id}`, { token, method: 'DELETE' })).toMatchObject({ status: 404 })
  })
  test('is for admins alone', async () => {
    const { id } = await made()
    for (const role of ['privacy', 'support-engineer', 'forum-admin'] as const) {
      const other = await aToken(role)
      expect(await call('/webhooks', { token: other })).toMatchObject({ status: 403 })
      expect(await call('/webhooks', { token: other, body: { url, events } })).toMatchObject({ status: 403 })
      expect(await call(`/webhooks/${id}`, { token: other, method: 'DELETE' })).toMatchObject({ status: 403 })
    }
    expect(await listWebhooks(admin)).toHaveLength(1)
  })
  test('a call that is repeated makes one, and doesn’t tell its secret again', async () => {
    const again = () =>
      call('/webhooks', { token, body: { url, events }, headers: { 'idempotency-key': 'one-webhook' } })
    const [first, second] = [await again(), await again()]
    const { id, secret } = newWebhookView.parse(first.body)
    expect(secret).toBeDefined()
    expect(second).toMatchObject({ status: 201, body: { id } })
    expect(second.text).not.toContain('whsec_')
    expect(await listWebhooks(admin)).toHaveLength(1)
  })
  test('says what is wrong, by field', async () => {
    const wrong = async (body: object) =>
      z
        .object({ status: z.literal(422), fields: z.record(z.string(), z.string()) })
        .parse((await call('/webhooks', { token, body })).body).fields
    expect(await wrong({ url, events: ['request.deleted'] })).toHaveProperty(
      ['events.0'],
      expect.stringContaining('request.opened'),
    )
    expect(await wrong({ url, events: [] })).toEqual({ events: 'Choose at least one event.' })
    expect(await wrong({ url, events, secret: 'whsec_mine' })).toHaveProperty('secret')
    expect(await wrong({ events })).toHaveProperty('url')
  })
})

describe('an address', () => {
  test.each([
    'http://127.0.0.1:9/x',
    'https://127.0.0.1:9/x',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
  ])('%s leads inside, and is refused with what would allow it', async inside => {
    const answer = await call('/webhooks', { token, body: { url: inside, events } })
    expect(answer).toMatchObject({
      status: 422,
      body: { fields: { url: expect.stringContaining('ALLOWED_PRIVATE_HOSTS') } },
    })
  })
  test.each([
    'file:///etc/passwd',
    'https://me:pw@hooks.example/',
    'hooks.example',
    'https://hooks.example/#a',
  ])('%s is refused', async wrong => {
    expect(await createWebhook(admin, { url: wrong, events }, randomUUID())).toMatchObject({
      ok: false,
      fields: { url: expect.any(String) },
    })
  })
  test('is called neither by a test nor by an event, once its name leads inside', async () => {
    const { id } = await made()
    await sql('update webhook set url = $1', [`http://localhost:${receiver.port}/told`])
    await sendTest(admin, id, randomUUID())
    await world.work()
    expect(receiver.calls).toEqual([])
    expect((await readDeliveries(admin, id)).others).toMatchObject([{ problem: 'address-not-allowed' }])
  })
})

describe('a webhook', () => {
  test('keeps its secret sealed, and in no row of the audit log, nor its address', async () => {
    const { id, secret } = await made()
    expect(JSON.stringify(await sql('select * from webhook'))).not.toContain(secret)
    const [row] = await sql<{ facts: object }>(
      `select facts from audit_entry where command = 'create-webhook' order by id desc limit 1`,
    )
    expect(row?.facts).toEqual({ webhook: id, events })
  })
  test('can’t be one too many, also where two are added at once', async () => {
    for (let count = 1; count < 20; count++) await made()
    const two = await Promise.all([0, 1].map(() => createWebhook(admin, { url, events }, randomUUID())))
    expect(two.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await listWebhooks(admin)).toHaveLength(20)
  })
  test('is changed in a browser only within ten minutes of a proof of who it is', async () => {
    const { id } = await made()
    const person = await aPerson('ada-hooks@staff.example', 'admin')
    const { secret } = await signedIn('ada-hooks@staff.example')
    await sql(`update staff_session set confirmed_at = now() - interval '11 minutes' where staff_id = $1`, [
      person,
    ])
    const late = (await staffBySecret(secret))?.actor
    if (!late) throw new Error('nobody is signed in')
    const again = { ok: false, reason: 'confirm-again' }
    expect(await createWebhook(late, { url, events }, randomUUID())).toMatchObject(again)
    expect(await removeWebhook(late, id, randomUUID())).toMatchObject(again)
    expect(await sendTest(late, id, randomUUID())).toMatchObject(again)
    expect(await listWebhooks(admin)).toHaveLength(1)
  })
})

describe('what happens', () => {
  test('is written with the change for each webhook that wants to know, and for no other', async () => {
    const { id } = await made()
    const other = await made({ events: ['task.opened'] })
    const reference = await submitted()
    expect((await readDeliveries(admin, id)).others).toMatchObject([
      { type: 'request.opened', reference, state: 'waiting', attempts: 0 },
    ])
    expect(await typesOf(other.id)).toEqual([])
  })
  test('is written nowhere where the change is undone', async () => {
    const { id } = await made()
    await sql(`create function no_delivery() returns trigger language plpgsql as $$ begin raise 'no'; end $$`)
    await sql(`create trigger no_delivery before insert on webhook_delivery execute function no_delivery()`)
    const before = await sql('select id from request')
    await expect(submitted()).rejects.toThrow()
    await sql('drop function no_delivery cascade')
    expect(await sql('select id from request')).toEqual(before)
    expect(await typesOf(id)).toEqual([])
  })
  test('isn’t undone by a webhook that is taken away at that moment', async () => {
    const { id } = await made()
    const opened = await world.db.$transaction(async tx => {
      await tx.$executeRaw`delete from webhook where id = ${id}`
      const submitting = submitted()
      await untilBlocked(sql)
      return { submitting }
    })
    expect(await opened.submitting).toMatch(/^PR-/)
    expect(await sql('select id from webhook_delivery')).toEqual([])
  })
  test('to a request that waited for another one, as that one ends, is told, too', async () => {
    const account = await world.begin()
    const second = await world.submit(account)
    await world.run('requester', second, 'confirm')
    await world.work()
    await world.run('support-engineer', second, 'hold', { reason: 'Ask first' })
    const turn = async () =>
      (
        await sql<{ turn: string }>('select waiting_on as turn from request where reference = $1', [second])
      )[0]?.turn
    expect(await turn()).toBe('support')
    const { id } = await made({ events: ['request.waiting', 'request.closed'] })
    await world.run('privacy', account.reference, 'close', { outcome: 'refused', note: 'Unfounded' })
    expect(await turn()).toBe('privacy')
    const told = (await readDeliveries(admin, id)).others
    expect(told.map(({ type, reference }) => [type, reference]).sort()).toEqual([
      ['request.closed', account.reference],
      ['request.waiting', second],
    ])
  })
  test('leaves after 30 days where it was delivered, and after 90 where it was given up', async () => {
    const { id } = await made()
    const put = (state: string, days: number) =>
      sql(
        `insert into webhook_delivery (id, webhook_id, type, body, state, created_at, last_at)
         values ($1, $2, 'test', '{}', $3, now(), now() - make_interval(days => $4))`,
        [`${state}-${days}`, id, state, days],
      )
    for (const [state, days] of [
      ['delivered', 29],
      ['delivered', 31],
      ['dead', 89],
      ['dead', 91],
    ] as const)
      await put(state, days)
    await deleteOldDeliveries(system)
    const left = await sql<{ id: string }>('select id from webhook_delivery order by id')
    expect(left.map(row => row.id)).toEqual(['dead-89', 'delivered-29'])
  })
  test('can be sent again only where it has ended', async () => {
    const { id } = await made()
    await submitted()
    const [delivery] = (await readDeliveries(admin, id)).others
    expect(await replayDelivery(admin, delivery?.id ?? '', randomUUID())).toMatchObject({
      reason: 'not-found',
    })
    expect(await replayDelivery(admin, 'none', randomUUID())).toMatchObject({ reason: 'not-found' })
  })
})

describe('doctor', () => {
  test('names the host of a webhook with dead letters, and of one that has failed for over an hour', async () => {
    expect(await webhookFindings(system, new Date())).toEqual([])
    const { id } = await made()
    expect(await webhookFindings(system, new Date())).toMatchObject([{ level: 'fine' }])
    await sql(
      `insert into webhook_delivery (id, webhook_id, type, body, state, problem, created_at, give_up_at, next_at) values
       ('d', $1, 'test', '{}', 'dead', 'http-500', now(), now(), null),
       ('w', $1, 'test', '{}', 'waiting', 'http-500', now(), now() + interval '22 hours', now())`,
      [id],
    )
    const found = await webhookFindings(system, new Date())
    expect(found.map(({ level }) => level)).toEqual(['trouble', 'advice'])
    expect(found.map(({ says }) => says).join()).toContain(`${id} (${receiver.host})`)
    expect(found.map(({ says }) => says).join()).toContain('2 hours')
    expect(found.map(({ says }) => says).join()).not.toContain('/told')
  })
})
