import pg from 'pg'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { connectedWorld } from '../support/connected-world'
import type { StandIn } from '../support/stand-ins/stand-in'
import { type DoneOnce, killsIn, STEP_JOB } from '../support/systems-kills'
import { type Known, type StepAt, steps, stepsIn } from '../support/systems-steps'
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy'
import { workerProcesses } from '../support/worker-process'

const proxies = new Map<StandIn, TcpProxy>()
const world = await connectedWorld({
  reachedAt: async standIn => {
    const proxy = await tcpProxy(standIn)
    proxies.set(standIn, proxy)
    return proxy
  },
})
const { gitlab, portal, sink, sql, url, zendesk } = world
const { begin, have, known, stepIn } = stepsIn(world)
const workers = await workerProcesses({
  databaseUrl: url,
  smtpUrl: sink.url,
  key: Buffer.from(env().key),
  more: {
    ALLOWED_PRIVATE_HOSTS: process.env.ALLOWED_PRIVATE_HOSTS ?? '',
    HABEAS_DATA_DIR: process.env.HABEAS_DATA_DIR ?? '',
    ORG_TIME_ZONE: 'Europe/Amsterdam',
    APP_URL: 'http://habeas.test',
  },
})
/** Holds a lock that stops a worker at a chosen place. */
const holder = new pg.Client({ connectionString: url })
await holder.connect()
afterAll(async () => {
  await workers.close()
  await holder.end()
})
afterEach(async () => {
  await workers.killAll()
  await holder.query('rollback')
  for (const proxy of proxies.values()) proxy.clearFaults()
  portal.polls = null
})

const proxyOf = (on: StandIn): TcpProxy => {
  const proxy = proxies.get(on)
  if (!proxy) throw new Error('no proxy')
  return proxy
}
const { finishes, killBlocked } = killsIn({ world, workers, holder, proxyOf })

interface Doing extends DoneOnce {
  /** The call that has the effect. */
  acts: RegExp
  before: readonly StepAt[]
}
const erasing: Doing = {
  ...steps.portalErase,
  on: portal,
  acts: /POST \/erase/,
  did: ids => portal.did('erase', ids.portal),
  before: [steps.portalFind],
}
const ofAccount: Doing = {
  ...steps.gitlabUser,
  on: gitlab,
  acts: /DELETE \/api\/v4\/users/,
  did: ids => gitlab.did('delete-user', ids.gitlab),
  before: [],
}
const forGood: Doing = {
  ...steps.zendeskUser,
  on: zendesk,
  acts: /DELETE \/api\/v2\/deleted_users/,
  did: ids => zendesk.did('delete-for-good', ids.zendesk),
  before: [steps.organisation, steps.tickets],
}

async function ready({ before, ...at }: Doing): Promise<Known> {
  const ids = await known()
  for (const step of before) await have(ids.reference, step)
  await begin(ids.reference, at)
  return ids
}

/** How often each kill is tried; KILL_SEEDS=20 for the long way. */
const seeds = Array.from({ length: Number(process.env.KILL_SEEDS || 1) }, (_, at) => at + 1)

describe.each(seeds)('seed %i', seed => {
  describe.each([
    ['an erasure in the portal', erasing],
    ['a deletion in GitLab', ofAccount],
    ['a deletion for good in Zendesk', forGood],
  ] as const)('%s happens once when the worker is killed', (_, doing) => {
    const proxy = proxyOf(doing.on)

    test('after it claimed the job', async () => {
      const ids = await ready(doing)
      await holder.query('begin; lock table connected_system in access exclusive mode')
      await killBlocked(await workers.start())
      expect(doing.did(ids)).toBe(0)
      await finishes(ids, doing, seed)
    })

    test('after the effect was written down, and before the system has heard of it', async () => {
      const ids = await ready(doing)
      const swallowed = proxy.fault(doing.acts, 'swallow')
      const worker = await workers.start()
      await swallowed.met
      await workers.kill(worker)
      expect(await sql(`select 1 from system_effect where state = 'begun'`)).toHaveLength(1)
      expect(doing.did(ids)).toBe(0)
      await finishes(ids, doing, seed)
    })

    test('while the system has acted and hangs', async () => {
      const ids = await ready(doing)
      doing.on.fault(doing.acts, { kind: 'hang' })
      const worker = await workers.start()
      await vi.waitFor(() => expect(doing.did(ids)).toBe(1), { timeout: 60_000, interval: 5 })
      await workers.kill(worker)
      await finishes(ids, doing, seed)
    })

    /** The answer is on its way; the worker dies when it comes to write to these rows. */
    const killAtRows = async (rows: string) => {
      const ids = await ready(doing)
      const held = proxy.fault(doing.acts, 'hold')
      const worker = await workers.start()
      await held.met
      await holder.query('begin')
      await holder.query(`select 1 from ${rows} for update`)
      held.letGo()
      await killBlocked(worker)
      return ids
    }

    test('after the answer, and before it is written down', async () => {
      const ids = await killAtRows(`system_effect where state = 'begun'`)
      expect(await sql(`select 1 from system_effect where state = 'begun'`)).toHaveLength(1)
      await finishes(ids, doing, seed)
    })

    test('when the step is done, and before its job is over', async () => {
      const ids = await killAtRows(`graphile_worker._private_jobs where key like 'do-step:%'`)
      expect(await stepIn(ids.reference, doing)).toMatchObject({ doneAt: expect.any(Date) })
      await finishes(ids, doing, seed)
    })
  })

  test('an erasure happens once when the worker is killed before its call may leave', async () => {
    const ids = await ready(erasing)
    const asked = portal.got(/POST \/erase/).length
    // The call has to be counted, which comes after the effect was written down.
    await holder.query('begin; lock table rate_limit in access exclusive mode')
    await killBlocked(await workers.start())
    expect(await sql(`select 1 from system_effect where state = 'begun'`)).toHaveLength(1)
    expect(portal.got(/POST \/erase/)).toHaveLength(asked)
    await finishes(ids, erasing, seed)
  })

  test('killed while it asks for a job that is still running there: another follows the same job', async () => {
    portal.polls = 4
    const before = portal.got(/GET \/jobs/).length
    const ids = await ready(erasing)
    const held = proxyOf(portal).fault(/GET \/jobs/, 'hold')
    const worker = await workers.start()
    await held.met
    await workers.kill(worker)
    held.letGo()
    await finishes(ids, erasing, seed)
    const asked = portal.got(/GET \/jobs/).slice(before)
    expect(new Set(asked.map(({ path }) => path)).size).toBe(1)
  })

  test('killed when it has queued the next turn, and before its own is over: one job follows', async () => {
    portal.polls = 4
    const ids = await ready(erasing)
    const held = proxyOf(portal).fault(/GET \/jobs/, 'hold')
    const worker = await workers.start()
    await held.met
    const [job] = await sql<{ id: string }>(`select id::text from graphile_worker.jobs where ${STEP_JOB}`)
    // Queueing the next turn takes the key from this one; its end is then held up.
    held.letGo()
    await vi.waitFor(
      async () => {
        const jobs = await sql<{ id: string }>(`select id::text from graphile_worker.jobs where ${STEP_JOB}`)
        expect(jobs.some(({ id }) => id !== job?.id)).toBe(true)
      },
      { timeout: 30_000, interval: 1 },
    )
    await workers.kill(worker)
    await finishes(ids, erasing, seed)
  })

  test.each([0, 1, 2, 3, 4, 5])(
    'killed after %i calls of a deletion in Zendesk: each effect happens once',
    async calls => {
      const ids = await ready(forGood)
      const proxy = proxyOf(zendesk)
      const before = proxy.calls.length
      const worker = await workers.start()
      await vi.waitFor(() => expect(proxy.calls.length - before).toBeGreaterThanOrEqual(calls), {
        timeout: 60_000,
        interval: 1,
      })
      await workers.kill(worker)
      await finishes(ids, forGood, seed)
      expect(zendesk.did('delete', ids.zendesk)).toBe(1)
    },
  )
})
