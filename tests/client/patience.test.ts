import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { Habeas, HabeasProblem } from '@/clients/typescript/src/index'
import { webCrypto } from '@/clients/typescript/src/web-crypto'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Prepared {
  status: number
  headers?: Record<string, string>
  body?: string
}
const busy = (status: number, headers: Record<string, string> = {}): Prepared => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ type: 'x', title: 'Busy.', status, reason: 'unavailable' }),
})
const fine: Prepared = { status: 200, body: '{"items":[],"next":null}' }

/** A server that gives the prepared answers, one after the other, and a client whose waits are written down. */
async function prepared(answers: readonly Prepared[]) {
  const calls: { headers: IncomingMessage['headers']; body: string }[] = []
  const waits: number[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    calls.push({ headers: request.headers, body })
    const { status, headers = {}, body: text = '' } = answers[calls.length - 1] ?? fine
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const baseUrl = `http://127.0.0.1:${port}`
  const wait = async (milliseconds: number) => void waits.push(milliseconds)
  return { baseUrl, calls, waits, habeas: new Habeas({ baseUrl, token: 'hbs_secret', wait }) }
}
const refused = (calling: Promise<unknown>): Promise<unknown> =>
  calling.then(
    () => null,
    reason => reason,
  )

describe('a product that is busy', () => {
  test('is asked again after the time that it names, with the same key and the same body', async () => {
    const { calls, waits, habeas } = await prepared([
      busy(429, { 'retry-after': '7' }),
      busy(503, { 'retry-after': '2' }),
      { status: 201, body: '{"reference":"PR-4T7K-XM2B","state":"submitted"}' },
    ])
    const made = await habeas.submitRequest({ type: 'data-access', email: 'a@people.example' })
    expect(made.reference).toBe('PR-4T7K-XM2B')
    expect(waits).toEqual([7000, 2000])
    expect(new Set(calls.map(call => call.body)).size).toBe(1)
    const keys = calls.map(call => call.headers['idempotency-key'])
    expect(keys).toEqual([keys[0], keys[0], keys[0]])
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is sent a new key for each call, and none for a read', async () => {
    const { calls, habeas } = await prepared([])
    await habeas.requestAddNote('PR-1', { text: 'a' })
    await habeas.requestAddNote('PR-1', { text: 'a' })
    await habeas.listRequests()
    const [first, second, read] = calls.map(call => call.headers['idempotency-key'])
    expect(first).not.toBe(second)
    expect(read).toBeUndefined()
  })

  test('is asked four times at most; then its problem is handed on', async () => {
    const { calls, waits, habeas } = await prepared(Array.from({ length: 9 }, () => busy(503)))
    expect(await refused(habeas.listRequests())).toMatchObject({ status: 503, reason: 'unavailable' })
    expect([calls.length, waits]).toEqual([4, [1000, 2000, 4000]])
  })

  test('that asks for more time than one has isn’t waited for', async () => {
    const { calls, waits, habeas } = await prepared([busy(429, { 'retry-after': '3600' })])
    expect(await refused(habeas.listRequests())).toBeInstanceOf(HabeasProblem)
    expect([calls.length, waits]).toEqual([1, []])
  })

  test('may name a date', async () => {
    const { waits, habeas } = await prepared([busy(503, { 'retry-after': new Date(0).toUTCString() })])
    await habeas.listRequests()
    expect(waits).toEqual([0])
  })

  test('is left at once by a caller who gives up', async () => {
    const { baseUrl, calls } = await prepared([busy(503, { 'retry-after': '50' })])
    const habeas = new Habeas({ baseUrl, token: 'hbs_secret' })
    const giveUp = new AbortController()
    const asked = refused(habeas.listRequests({}, { signal: giveUp.signal }))
    await expect.poll(() => calls.length).toBe(1)
    giveUp.abort(new Error('no longer wanted'))
    expect(await asked).toMatchObject({ message: 'no longer wanted' })
  })
})

describe('other answers', () => {
  test.each([400, 403, 409, 422, 500, 507])('%i is not repeated', async status => {
    const { calls, habeas } = await prepared([busy(status, { 'retry-after': '1' })])
    expect(await refused(habeas.listRequests())).toMatchObject({ status })
    expect(calls).toHaveLength(1)
  })

  test('one that isn’t the product’s is said to be unreadable, and holds no secret', async () => {
    const { habeas } = await prepared([
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>hbs_secret' },
    ])
    const problem = await refused(habeas.listRequests())
    expect(problem).toMatchObject({ status: 502, reason: 'unreadable', type: 'about:blank' })
    expect(String(problem)).not.toContain('hbs_')
  })

  test('the token follows no redirect', async () => {
    const elsewhere = await prepared([])
    const location = { location: `${elsewhere.baseUrl}/api/v1/requests` }
    const { habeas } = await prepared([{ status: 307, headers: location }])
    expect(await refused(habeas.listRequests())).toBeInstanceOf(TypeError)
    expect(elsewhere.calls).toEqual([])
  })

  test('an address that is none is refused at once', () => {
    for (const baseUrl of ['privacy.example.org', 'ftp://privacy.example.org'])
      expect(() => new Habeas({ baseUrl, token: 'hbs_secret' })).toThrow(TypeError)
  })
})

test('where Web Crypto isn’t at hand, Node’s own module has it', async () => {
  const found = await webCrypto({})
  expect(found.randomUUID()).toMatch(/^[0-9a-f-]{36}$/)
})
