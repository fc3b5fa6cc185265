import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectedWorld } from '../support/connected-world'
import type { FaultKind, StandIn } from '../support/stand-ins/stand-in'
import { type Known, type StepAt, steps, stepsIn } from '../support/systems-steps'
import { type TcpProxy, tcpProxy, type WireFault } from '../support/tcp-proxy'

const proxies = new Map<StandIn, TcpProxy>()
const world = await connectedWorld({
  atOnce: 4,
  reachedAt: async standIn => {
    const proxy = await tcpProxy(standIn)
    proxies.set(standIn, proxy)
    return proxy
  },
})
const { about, gitlab, portal, sql, workOn, zendesk } = world
const { begin, have, knownEach, stepIn, taskIn } = stepsIn(world)
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
const gitlabUser: Phase = {
  ...steps.gitlabUser,
  on: gitlab,
  calls: [/GET \/api\/v4\/users\/\d+/, /DELETE \/api\/v4\/users/],
  did: ids => gitlab.did('delete-user', ids.gitlab),
}
const gitlabGone: Phase = {
  ...steps.gitlabGone,
  on: gitlab,
  calls: [/GET \/api\/v4\/users\/(?!7\b)\d+/, /GET \/api\/v4\/users\/7\b/],
}
const organisation: Phase = {
  ...steps.organisation,
  on: zendesk,
  calls: [/GET \/api\/v2\/users\/search/, /GET .*\/organizations/],
}
const tickets: Phase = {
  ...steps.tickets,
  on: zendesk,
  calls: [/GET .*\/tickets\/requested/, /PUT .*\/tickets/],
}
const zendeskUser: Phase = {
  ...steps.zendeskUser,
  on: zendesk,
  calls: [/DELETE \/api\/v2\/users/, /DELETE \/api\/v2\/deleted_users/],
  did: ids => zendesk.did('delete-for-good', ids.zendesk),
}
const zendeskGone: Phase = {
  ...steps.zendeskGone,
  on: zendesk,
  calls: [/GET .*\/deleted_users/, /GET .*\/compliance_deletion/],
}
const portalFind: Phase = { ...steps.portalFind, on: portal, calls: [/POST \/find/] }
const portalErase: Phase = {
  ...steps.portalErase,
  on: portal,
  calls: [/POST \/erase/, /GET \/jobs/],
  did: ids => portal.did('erase', ids.portal),
}
const portalGone: Phase = { ...steps.portalGone, on: portal, calls: [/POST \/find/] }
/** What different systems do, they do side by side. */
const rounds: readonly (readonly Phase[])[] = [
  [gitlabUser, organisation, portalFind],
  [gitlabGone, tickets, portalErase],
  [zendeskUser, portalGone],
  [zendeskGone],
]
const acting = rounds.flat().flatMap(phase => (phase.did ? [{ ...phase, did: phase.did }] : []))

const every = [...passing, ...staying]
/** A person for each case, made together: to walk a request to its tasks takes longer than what is tried with it. */
let people: Known[] = []
beforeAll(async () => {
  people = await knownEach(passing.length + every.length)
})
const another = (): Known => {
  const person = people.pop()
  if (!person) throw new Error('no more people')
  return person
}
const NOT_A_FINDING = /not found|nobody|no customer|no user|nothing to/i

test.each(passing)(
  '%s, at every call of three deletions: each happens once, with evidence',
  async (_, fault) => {
    portal.polls = 2
    const ids = another()
    for (const round of rounds) {
      for (const { on, calls, ...at } of round) {
        await begin(ids.reference, at)
        for (const call of calls) plan(on, call, fault, 1)
      }
      await workOn()
      for (const { on, ...at } of round) {
        const step = await stepIn(ids.reference, at)
        expect({ at: at.step, problem: step.problem, done: step.doneAt !== null }).toEqual({
          at: at.step,
          problem: null,
          done: true,
        })
        expect(step.evidence.length).toBeGreaterThan(0)
        clear(on)
      }
    }
    for (const { did } of acting) expect(did(ids)).toBe(1)
    expect(zendesk.did('delete', ids.zendesk)).toBe(1)
  },
)

test.each(every)(
  '%s that lasts: a few calls, and a person is told; it happens once in the end',
  async (_, fault) => {
    const ids = another()
    for (const at of [organisation, portalFind]) await begin(ids.reference, at)
    await workOn()
    await have(ids.reference, tickets)
    const trying = []
    for (const phase of acting) {
      const [call] = phase.calls.slice(phase.on === portal ? 0 : -1)
      if (!call) throw new Error('no call')
      await begin(ids.reference, phase)
      trying.push({ ...phase, call, before: proxies.get(phase.on)?.calls.length ?? 0 })
      plan(phase.on, call, fault, Number.POSITIVE_INFINITY)
    }
    await workOn()
    for (const { on, call, before, did, ...at } of trying) {
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
      if (!step.doneAt) await begin(ids.reference, at)
    }
    await workOn()
    for (const { did, ...at } of trying) {
      expect(await stepIn(ids.reference, at)).toMatchObject({ doneAt: expect.any(Date) })
      expect(did(ids)).toBe(1)
    }
  },
)

describe('a search before a person decides', () => {
  test.each(every)('%s that lasts is told as a failure, never as nobody', async (words, fault) => {
    plan(zendesk, /\/users\/search/, fault, Number.POSITIVE_INFINITY)
    plan(portal, /POST \/find/, fault, Number.POSITIVE_INFINITY)
    const username = `searched-${every.findIndex(([name]) => name === words)}`
    gitlab.state.addUser({ username })
    const reference = await about(username)
    const { searches } = await taskIn(reference, { task: 'Zendesk/cDot' })
    expect(searches.map(({ state }) => state)).toEqual(['failed', 'failed'])
    for (const { words } of searches) expect(words).not.toMatch(NOT_A_FINDING)
    expect(await sql(`select 1 from graphile_worker.jobs where task_identifier = 'search-systems'`)).toEqual(
      [],
    )
  })
})
