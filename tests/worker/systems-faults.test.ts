import { beforeEach, describe, expect, test } from 'vitest'
import { connectedWorld } from '../support/connected-world'
import type { FaultKind, StandIn } from '../support/stand-ins/stand-in'
import { type Known, type StepAt, steps, stepsIn } from '../support/systems-steps'
import { type TcpProxy, tcpProxy, type WireFault } from '../support/tcp-proxy'

const proxies = new Map<StandIn, TcpProxy>()
const world = await connectedWorld({
  reachedAt: async standIn => {
    const proxy = await tcpProxy(standIn)
    proxies.set(standIn, proxy)
    return proxy
  },
})
const { gitlab, portal, sql, workOn, zendesk } = world
const { begin, have, known, stepIn, taskIn } = stepsIn(world)
beforeEach(() => {
  for (const proxy of proxies.values()) proxy.clearFaults()
  portal.polls = null
})

/** At the other end, or on the way there. */
type Fault = { at: 'system'; does: FaultKind } | { at: 'wire'; does: WireFault }
const system = (does: FaultKind): Fault => ({ at: 'system', does })
const wire = (does: WireFault): Fault => ({ at: 'wire', does })

/** What passes by itself. */
const passing: readonly (readonly [string, Fault])[] = [
  ['a connection that breaks before the request is through', wire('cut-request')],
  ['a connection that breaks when it has happened', wire('cut-before-answer')],
  ['an answer that is cut off', wire('cut-answer')],
  ['an answer whose bytes are corrupt', wire('corrupt')],
  ['HTML that says it is JSON', system({ kind: 'html' })],
  ['an empty 200', system({ kind: 'empty' })],
  ['429 without a word', system({ kind: 'status', status: 429, body: 'Retry later' })],
  [
    '429 that says how long',
    system({ kind: 'status', status: 429, body: '', headers: { 'retry-after': '9' } }),
  ],
  ['500', system({ kind: 'status', status: 500, body: '{}' })],
]
/** What somebody has to put right. */
const staying: readonly (readonly [string, Fault])[] = [
  ['401', system({ kind: 'status', status: 401, body: '{}' })],
  ['403', system({ kind: 'status', status: 403, body: '{}' })],
  ['400', system({ kind: 'status', status: 400, body: '{}' })],
  ['404 of a proxy', system({ kind: 'status', status: 404, body: '<h1>Not found</h1>' })],
  ['a redirect', system({ kind: 'redirect', to: 'http://127.0.0.1:1/' })],
]

function plan(on: StandIn, match: RegExp, { at, does }: Fault, times: number): { times: number } | undefined {
  return at === 'system' ? on.fault(match, does, times) : proxies.get(on)?.fault(match, does, times)
}
const clear = (on: StandIn) => {
  on.clearFaults()
  proxies.get(on)?.clearFaults()
}

interface Phase extends StepAt {
  on: StandIn
  /** Its calls, one after the other. */
  calls: readonly RegExp[]
  /** What it does there, once. */
  did?(ids: Known): number
}
const phases: readonly Phase[] = [
  {
    ...steps.gitlabUser,
    on: gitlab,
    calls: [/GET \/api\/v4\/users\/\d+/, /DELETE \/api\/v4\/users/],
    did: ids => gitlab.did('delete-user', ids.gitlab),
  },
  {
    ...steps.gitlabGone,
    on: gitlab,
    calls: [/GET \/api\/v4\/users\/(?!7\b)\d+/, /GET \/api\/v4\/users\/7\b/],
  },
  { ...steps.organisation, on: zendesk, calls: [/GET \/api\/v2\/users\/search/, /GET .*\/organizations/] },
  { ...steps.tickets, on: zendesk, calls: [/GET .*\/tickets\/requested/, /PUT .*\/tickets/] },
  {
    ...steps.zendeskUser,
    on: zendesk,
    calls: [/DELETE \/api\/v2\/users/, /DELETE \/api\/v2\/deleted_users/],
    did: ids => zendesk.did('delete-for-good', ids.zendesk),
  },
  { ...steps.zendeskGone, on: zendesk, calls: [/GET .*\/deleted_users/, /GET .*\/compliance_deletion/] },
  { ...steps.portalFind, on: portal, calls: [/POST \/find/] },
  {
    ...steps.portalErase,
    on: portal,
    calls: [/POST \/erase/, /GET \/jobs/],
    did: ids => portal.did('erase', ids.portal),
  },
  { ...steps.portalGone, on: portal, calls: [/POST \/find/] },
]
const acting = phases.flatMap(phase => (phase.did ? [{ ...phase, did: phase.did }] : []))
const NOT_A_FINDING = /not found|nobody|no customer|no user|nothing to/i

test.each(passing)(
  '%s, at every call of three deletions: each happens once, with evidence',
  async (_, fault) => {
    portal.polls = 2
    const ids = await known()
    for (const { on, calls, ...at } of phases) {
      await begin(ids.reference, at)
      for (const call of calls) plan(on, call, fault, 1)
      await workOn()
      const step = await stepIn(ids.reference, at)
      expect({ at: at.step, problem: step.problem, done: step.doneAt !== null }).toEqual({
        at: at.step,
        problem: null,
        done: true,
      })
      expect(step.evidence.length).toBeGreaterThan(0)
      clear(on)
    }
    for (const { did } of acting) expect(did(ids)).toBe(1)
    expect(zendesk.did('delete', ids.zendesk)).toBe(1)
  },
)

test.each([...passing, ...staying])(
  '%s that lasts: a few calls, and a person is told; it happens once in the end',
  async (_, fault) => {
    const ids = await known()
    for (const at of [steps.organisation, steps.tickets, steps.portalFind]) await have(ids.reference, at)
    for (const { on, calls, did, ...at } of acting) {
      const [call] = calls.slice(at.step === 'delete-customer' ? 0 : -1)
      if (!call) throw new Error('no call')
      await begin(ids.reference, at)
      const before = proxies.get(on)?.calls.length ?? 0
      plan(on, call, fault, Number.POSITIVE_INFINITY)
      await workOn()
      const asked = (proxies.get(on)?.calls ?? []).slice(before).filter(line => call.test(line))
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.length).toBeLessThanOrEqual(6)
      const step = await stepIn(ids.reference, at)
      expect(step.run).toBeNull()
      if (step.doneAt) expect(did(ids)).toBe(1)
      else {
        expect(step.evidence).toEqual([])
        expect(step.problem).toMatch(/Do it by hand|Look at|Enter the address|Delete it/)
        expect(step.problem).not.toMatch(NOT_A_FINDING)
        expect((await taskIn(ids.reference, at)).resolution).toBeNull()
      }
      // Nothing has reached the system, so it can't be done.
      if (fault.at === 'system') expect(step.doneAt).toBeNull()
      clear(on)
      if (!step.doneAt) expect(await have(ids.reference, at)).toMatchObject({ doneAt: expect.any(Date) })
      expect(did(ids)).toBe(1)
    }
  },
)

describe('a search before a person decides', () => {
  test.each([...passing, ...staying])(
    '%s that lasts is told as a failure, never as nobody',
    async (_, fault) => {
      plan(zendesk, /\/users\/search/, fault, Number.POSITIVE_INFINITY)
      plan(portal, /POST \/find/, fault, Number.POSITIVE_INFINITY)
      const { reference } = await known()
      const { searches } = await taskIn(reference, { task: 'Zendesk/cDot' })
      expect(searches.map(({ state }) => state)).toEqual(['failed', 'failed'])
      for (const { words } of searches) expect(words).not.toMatch(NOT_A_FINDING)
      expect(
        await sql(`select 1 from graphile_worker.jobs where task_identifier = 'search-systems'`),
      ).toEqual([])
    },
  )
})
