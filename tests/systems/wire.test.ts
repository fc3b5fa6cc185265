import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { SystemFailure } from '@/lib/systems/failure'
import { makeWire, type Traffic } from '@/lib/systems/wire'
import { StandIn, type StandInAnswer } from '@/tests/support/stand-ins/stand-in'

class Site extends StandIn {
  protected answer(): StandInAnswer {
    return { status: 200, json: {} }
  }
}

const site = await new Site().listen()
afterAll(() => site.close())
beforeEach(() => site.clearFaults())

/** A wire, and what all workers are told of its calls: a reason, or that the system answered. */
function toldOf({
  enter = async () => undefined,
  ...options
}: Partial<Traffic> & { signal?: AbortSignal } = {}) {
  const told: string[] = []
  const leave = async (failure: SystemFailure | null) => void told.push(failure?.reason ?? 'answered')
  const wire = makeWire({
    name: 'The site',
    allowed: [site.host],
    patienceMs: 30_000,
    traffic: { enter, leave },
    ...options,
  })
  return { told, wire }
}

describe('what all workers are told of a call', () => {
  test.each([
    [200, 'answered'],
    [401, 'credentials'],
    [404, 'answered'],
    [429, 'limited'],
    [302, 'redirected'],
    [503, 'server-error'],
  ])('%i: %s', async (status, reason) => {
    site.fault(/GET/, { kind: 'status', status })
    const { told, wire } = toldOf()
    await wire.call({ url: site.url }).catch((error: unknown) => {
      if (!(error instanceof SystemFailure)) throw error
    })
    expect(told).toEqual([reason])
  })

  test('nothing against the system where its credentials are wrong on purpose', async () => {
    site.fault(/GET/, { kind: 'status', status: 401 })
    const { told, wire } = toldOf()
    expect(await wire.call({ url: site.url, isForged: true })).toMatchObject({ status: 401 })
    expect(told).toEqual(['answered'])
  })

  test('nothing where the worker has to end in the middle of it', async () => {
    const hanging = site.fault(/GET/, { kind: 'hang' })
    const ending = new AbortController()
    const { told, wire } = toldOf({ signal: ending.signal })
    const asked = wire.call({ url: site.url })
    const ended = expect(asked).rejects.toBeInstanceOf(SystemFailure)
    await vi.waitFor(() => expect(hanging.hits).toHaveLength(1), { timeout: 30_000, interval: 5 })
    ending.abort()
    await ended
    expect(told).toEqual([])
  })
})

test('a call that may not be made isn’t made', async () => {
  const before = site.calls.length
  const { told, wire } = toldOf({
    enter: async () => {
      throw new SystemFailure('circuit-open', 'It is left alone.')
    },
  })
  await expect(wire.call({ url: site.url })).rejects.toMatchObject({ reason: 'circuit-open' })
  expect([site.calls.length, told]).toEqual([before, []])
})
