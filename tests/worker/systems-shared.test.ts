import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { consume } from '@/lib/store/database/limits'
import { sealJson } from '@/lib/store/database/sealing'
import { aSystem } from '../support/a-system'
import { connectedWorld } from '../support/connected-world'
import { HttpSystem } from '../support/stand-ins/http-system'
import type { StandIn } from '../support/stand-ins/stand-in'
import { type StepAt, steps, stepsIn } from '../support/systems-steps'
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy'

const second = await new HttpSystem().listen()
afterAll(() => second.close())
const proxies = new Map<StandIn, TcpProxy>()
const world = await connectedWorld({
  alsoAllowed: [second.host],
  reachedAt: async standIn => {
    const proxy = await tcpProxy(standIn)
    proxies.set(standIn, proxy)
    return proxy
  },
})
const { get, gitlab, marketing, portal, run, runTask, sql, work, workOn, zendesk } = world
const { begin, have, known, stepIn, taskIn } = stepsIn(world)
const PORTAL = 'customers-portal'

beforeEach(() => {
  for (const proxy of proxies.values()) proxy.clearFaults()
  second.clearFaults()
  portal.polls = null
})

const now = async () => (await sql<{ now: Date }>('select clock_timestamp() as now'))[0]?.now.getTime() ?? 0
const traffic = async (key: string) => {
  const [row] = await sql<{
    health: string
    words: string | null
    failures: number
    paused: Date | null
  }>(
    `select health, health_words as words, failures, paused_until as paused from connected_system where key = $1`,
    [key],
  )
  if (!row) throw new Error(`no system ${key}`)
  return row
}
const stepJobs = () =>
  sql<{ early: boolean }>(
    `select job.run_at < coalesce(system.paused_until, job.run_at) as early
     from graphile_worker.jobs job, connected_system system
     where job.task_identifier = 'do-step' and system.key = '${PORTAL}'`,
  )
/** Lets jobs wait no longer, while what systems asked for stays. */
const hurry = () => sql(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)

describe('a system that asks us to wait', () => {
  const waits = async (headers: Record<string, string>) => {
    const people = [await known(), await known(), await known()]
    for (const { reference } of people) await begin(reference, steps.portalFind)
    const asked = portal.calls.length
    portal.fault(/POST \/find/, { kind: 'status', status: 429, body: 'Retry later', headers })
    const from = await now()
    await work()
    const until = await now()
    expect(portal.calls.length - asked).toBe(1)
    const { paused } = await traffic(PORTAL)
    // No job is meant to ask before, and one that is begun too early asks nothing.
    if (headers['retry-after'])
      expect(await stepJobs()).toEqual([{ early: false }, { early: false }, { early: false }])
    await sql(`update connected_system set paused_until = paused_until + interval '1 hour'`)
    await hurry()
    await work()
    expect(portal.calls.length - asked).toBe(1)
    await workOn()
    for (const { reference } of people)
      expect(await stepIn(reference, steps.portalFind)).toMatchObject({ doneAt: expect.any(Date) })
    return { seconds: (paused?.getTime() ?? 0) / 1000, from: from / 1000, until: until / 1000 }
  }

  test('for so many seconds is left alone for these, by every job', async () => {
    const { seconds, from, until } = await waits({ 'retry-after': '37' })
    expect(seconds).toBeGreaterThanOrEqual(from + 37)
    expect(seconds).toBeLessThanOrEqual(until + 37)
  })

  test('and doesn’t say how long is left alone for a while', async () => {
    const { seconds, from, until } = await waits({})
    expect(seconds).toBeGreaterThanOrEqual(from + 5)
    expect(seconds).toBeLessThanOrEqual(until + 5)
  })

  test('our own limit of calls is waited for, however often, without a person being called', async () => {
    const { reference } = await known()
    await begin(reference, steps.portalFind)
    for (let call = 0; call < 121; call++) await consume(`system:${PORTAL}`, 120, 600)
    const asked = portal.calls.length
    for (let turn = 0; turn < 8; turn++) {
      await hurry()
      await work()
    }
    expect(portal.calls.length).toBe(asked)
    expect(await stepIn(reference, steps.portalFind)).toMatchObject({ problem: null, run: expect.anything() })
    await sql('delete from rate_limit')
    await workOn()
    expect(await stepIn(reference, steps.portalFind)).toMatchObject({ doneAt: expect.any(Date) })
  })
})

test('a system that fails again and again is left alone for a while, and asked again after it', async () => {
  const people = [await known(), await known(), await known()]
  const [first, another, third] = people.map(({ reference }) => reference)
  if (!first || !another || !third) throw new Error('three are needed')
  portal.fault(/POST \/find/, { kind: 'status', status: 500, body: '{}' }, Number.POSITIVE_INFINITY)
  for (const reference of [first, another])
    expect(await have(reference, steps.portalFind)).toMatchObject({
      doneAt: null,
      problem: expect.stringContaining('customers-portal failed (500)'),
    })
  expect(await traffic(PORTAL)).toMatchObject({ health: 'failing', failures: 12 })
  const [open] = await sql(
    `update connected_system set paused_until = paused_until + interval '1 hour' where key = '${PORTAL}' and paused_until is not null returning key`,
  )
  expect(open).toBeDefined()
  portal.clearFaults()
  const asked = portal.calls.length
  await begin(third, steps.portalFind)
  await work()
  expect(portal.calls.length).toBe(asked)
  // Somebody who looks is told why nothing happens.
  expect(await stepIn(third, steps.portalFind)).toMatchObject({ run: expect.anything(), problem: null })
  await workOn()
  expect(await stepIn(third, steps.portalFind)).toMatchObject({ doneAt: expect.any(Date) })
  expect(await traffic(PORTAL)).toMatchObject({ health: 'ok', failures: 0, words: null })
  for (const reference of [first, another])
    expect(await have(reference, steps.portalFind)).toMatchObject({ doneAt: expect.any(Date) })
})

test('a credential that expires in the middle: the step is a person’s, and with a new one it continues there', async () => {
  const ids = await known()
  await begin(ids.reference, steps.gitlabUser)
  // It is accepted, and expires before GitLab is done with it.
  await work()
  expect(await stepIn(ids.reference, steps.gitlabUser)).toMatchObject({ doneAt: expect.any(Date) })
  await begin(ids.reference, steps.gitlabGone)
  const former = gitlab.token
  gitlab.token = 'glpat-another1234'
  await workOn()
  expect(await stepIn(ids.reference, steps.gitlabGone)).toMatchObject({
    doneAt: null,
    run: null,
    problem: expect.stringContaining('GitLab doesn’t accept the credentials (401)'),
  })
  expect(await traffic('gitlab')).toMatchObject({
    health: 'failing',
    words: 'GitLab doesn’t accept the credentials (401).',
  })
  const secrets = sealJson({ token: gitlab.token }, 'connected system', env().key, 'gitlab')
  await sql(`update connected_system set secrets = $1 where key = 'gitlab'`, [Buffer.from(secrets)])
  expect(await have(ids.reference, steps.gitlabGone)).toMatchObject({
    doneAt: expect.any(Date),
    problem: null,
  })
  expect(await traffic('gitlab')).toMatchObject({ health: 'ok' })
  expect(gitlab.did('delete-user', ids.gitlab)).toBe(1)
  gitlab.token = former
  const old = sealJson({ token: former }, 'connected system', env().key, 'gitlab')
  await sql(`update connected_system set secrets = $1 where key = 'gitlab'`, [Buffer.from(old)])
})

test('five systems of which two fail: each says how it is with it, and the request can’t close', async () => {
  await aSystem({
    key: 'portal-eu',
    kind: 'http',
    name: 'Portal EU',
    settings: { url: second.url, role: PORTAL },
    secrets: { secret: second.secret },
  })
  const ids = await known()
  const { reference } = ids
  second.people.push({ id: 'eu-1', email: (await get(reference)).email })
  second.fault(/POST \/erase/, { kind: 'status', status: 503, body: '' }, Number.POSITIVE_INFINITY)
  zendesk.fault(/DELETE \/api\/v2\/deleted_users/, { kind: 'html' }, Number.POSITIVE_INFINITY)
  for (const at of [steps.gitlabUser, steps.gitlabGone, steps.organisation, steps.tickets, steps.portalFind])
    expect(await have(reference, at)).toMatchObject({ doneAt: expect.any(Date), problem: null })
  expect(await have(reference, steps.zendeskUser)).toMatchObject({
    doneAt: null,
    problem: expect.stringContaining('Zendesk answered with something that isn’t JSON'),
  })
  expect(await have(reference, steps.portalErase)).toMatchObject({
    doneAt: null,
    problem: 'Portal EU failed (503). It is done in customers-portal. Do it by hand, or try again later.',
  })
  expect(portal.did('erase', ids.portal)).toBe(1)
  expect(second.did('erase')).toBe(0)
  expect(marketing.did('erase', ids.marketing)).toBe(1)
  const health = await sql('select key, health from connected_system order by key')
  expect(health).toEqual([
    { key: 'customers-portal', health: 'ok' },
    { key: 'discourse', health: 'ok' },
    { key: 'gitlab', health: 'ok' },
    { key: 'marketing', health: 'ok' },
    { key: 'portal-eu', health: 'failing' },
    { key: 'zendesk', health: 'ok' },
  ])
  const complete = async ({ role, task }: StepAt) =>
    await runTask(role, reference, task, 'resolve', { resolution: 'complete' })
  expect(await complete(steps.zendeskUser)).toMatchObject({ ok: false })
  expect(await complete(steps.portalErase)).toMatchObject({ ok: false })
  expect((await get(reference)).state).toBe('processing')

  second.clearFaults()
  zendesk.clearFaults()
  for (const at of [steps.zendeskUser, steps.zendeskGone, steps.portalErase, steps.portalGone])
    expect(await have(reference, at)).toMatchObject({ doneAt: expect.any(Date), problem: null })
  expect(portal.did('erase', ids.portal)).toBe(1)
  expect(second.did('erase', 'eu-1')).toBe(1)
  expect(zendesk.did('delete-for-good', ids.zendesk)).toBe(1)
  for (const at of [steps.zendeskUser, steps.portalErase])
    expect(await complete(at)).toMatchObject({ ok: true })
  expect((await taskIn(reference, steps.portalErase)).resolution).toBe('complete')
  await sql(`delete from connected_system where key = 'portal-eu'`)
})

test('a hold between two effects stops the second; it happens once the hold is over', async () => {
  const { reference, zendesk: id } = await known()
  for (const at of [steps.organisation, steps.tickets]) await have(reference, at)
  const held = proxies.get(zendesk)?.fault(/DELETE \/api\/v2\/users/, 'hold')
  if (!held) throw new Error('no proxy')
  await begin(reference, steps.zendeskUser)
  const working = work()
  await held.met
  expect(await run('privacy', reference, 'hold', { reason: 'A court asks.' })).toMatchObject({ ok: true })
  held.letGo()
  await working
  await workOn()
  expect(zendesk.did('delete', id)).toBe(1)
  expect(zendesk.did('delete-for-good', id)).toBe(0)
  expect(await stepIn(reference, steps.zendeskUser)).toMatchObject({
    doneAt: null,
    run: null,
    problem: expect.stringMatching(/^Nothing more was done: .*hold/),
  })
  expect(await run('privacy', reference, 'release-hold', { note: 'It was withdrawn.' })).toMatchObject({
    ok: true,
  })
  await workOn()
  expect(await have(reference, steps.zendeskUser)).toMatchObject({ doneAt: expect.any(Date) })
  expect(zendesk.did('delete', id)).toBe(1)
  expect(zendesk.did('delete-for-good', id)).toBe(1)
})
