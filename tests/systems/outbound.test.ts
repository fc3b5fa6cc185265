import type { LookupAddress } from 'node:dns'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSocketServer, type Server as SocketServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { outboundFetch } from '@/lib/systems/outbound'
import { isPublicAddress } from '@/lib/systems/public-address'
import { isAllowedTarget, targetProblem } from '@/lib/systems/target'

const servers: (Server | SocketServer)[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

async function portOf(server: Server | SocketServer): Promise<number> {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}

/** A server of ours inside, and how often it was called. */
async function inside(handle: RequestListener = (_request, response) => response.end('metadata')) {
  const calls: string[] = []
  const port = await portOf(
    createServer((request, response) => {
      calls.push(request.url ?? '')
      handle(request, response)
    }),
  )
  return { calls, port, host: `127.0.0.1:${port}` }
}

const names =
  (...addresses: string[]) =>
  async (): Promise<LookupAddress[]> =>
    addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('an address inside', () => {
  test.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://①②⑦.0.0.1/',
    'https://0/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0xa9fea9fe/',
    'https://100.64.0.1/',
    'https://100.100.100.200/',
    'https://168.63.129.16/',
    'https://192.0.0.192/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://239.255.255.255/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::ffff:0:10.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[64:ff9b:1::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'https://[2001:db8::1]/',
    'https://[100::1]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[3fff::1]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://a.localhost/',
    'https://metadata.google.internal/',
    'https://printer.local/',
  ])('%s is refused, however it is written', async address => {
    expect(targetProblem(address, [])).toBe('private-host')
    expect(await isAllowedTarget(address, [])).toBe(false)
    expect(await outboundFetch(address, { allowed: [] })).toEqual({
      ok: false,
      problem: 'address-not-allowed',
    })
  })
  test.each([
    ['http://ping.example/', 'plain-http'],
    ['http://127.0.0.1/', 'plain-http'],
    ['https://user@ping.example/', 'credentials'],
    ['https://:secret@ping.example/', 'credentials'],
    ['file:///etc/passwd', 'protocol'],
    ['ftp://ping.example/', 'protocol'],
    ['gopher://127.0.0.1:6379/_x', 'protocol'],
    ['data:text/plain,x', 'protocol'],
    ['javascript:alert(1)', 'protocol'],
    ['//ping.example', 'not-an-address'],
    ['ping.example', 'not-an-address'],
  ])('%s is refused: %s', (address, problem) => {
    expect(targetProblem(address, [])).toBe(problem)
  })
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
    '2001:4860::8888',
  ])('%s is out in the world', address => expect(isPublicAddress(address)).toBe(true))
  test('what isn’t one at all is not public', () => {
    for (const text of ['', 'a', '1.2.3', '2606:4700::1111%eth0', '::ffff:1.1.1.1'])
      expect(isPublicAddress(text), text).toBe(false)
  })
})

describe('a name that leads inside', () => {
  const isRefused = async (...addresses: string[]) => {
    const resolve = names(...addresses)
    expect(await isAllowedTarget('https://ping.example/', [], resolve)).toBe(false)
    return await outboundFetch('https://ping.example/', { allowed: [], resolve })
  }
  test('is refused as we connect, also where only one of its addresses does', async () => {
    const refused = { ok: false, problem: 'address-not-allowed' }
    expect(await isRefused('127.0.0.1')).toEqual(refused)
    expect(await isRefused('1.1.1.1', '169.254.169.254')).toEqual(refused)
    expect(await isRefused('::ffff:127.0.0.1')).toEqual(refused)
  })
  test('is not reached by an answer that changes: the address that was looked at is called', async () => {
    let connections = 0
    const port = await portOf(
      createSocketServer(socket => {
        connections++
        socket.destroy()
      }),
    )
    const answers = ['1.1.1.1', '127.0.0.1', '127.0.0.1']
    const rebinding = async (): Promise<LookupAddress[]> => [
      { address: answers.shift() ?? '127.0.0.1', family: 4 },
    ]
    expect(await isAllowedTarget(`https://ping.example:${port}/`, [], rebinding)).toBe(true)
    expect(await outboundFetch(`https://ping.example:${port}/`, { allowed: [], resolve: rebinding })).toEqual(
      {
        ok: false,
        problem: 'address-not-allowed',
      },
    )
    expect(connections).toBe(0)
  })
  test('that nobody knows is no problem of the address', async () => {
    const resolve = () => Promise.reject(new Error('nobody knows it'))
    expect(await isAllowedTarget('https://ping.example/', [], resolve)).toBe(true)
    expect(await outboundFetch('https://ping.example/', { allowed: [], resolve })).toEqual({
      ok: false,
      problem: 'unreachable',
    })
  })
})

describe('a server on this machine', () => {
  test('answers a plain fetch, and is not called by ours', async () => {
    const { calls, host, port } = await inside()
    expect(await (await fetch(`http://${host}/`)).text(), 'the attack works without the guard').toBe(
      'metadata',
    )
    for (const address of [
      `http://${host}/`,
      `https://${host}/`,
      `http://2130706433:${port}/`,
      `http://localhost:${port}/`,
    ])
      expect(await outboundFetch(address, { allowed: [] })).toMatchObject({ ok: false })
    expect(calls).toEqual(['/'])
  })
  test('is called where an operator lists it, at that port and name only', async () => {
    const { host, port, calls } = await inside()
    const call = { allowed: [host] }
    expect(await outboundFetch(`http://${host}/a`, call)).toMatchObject({ ok: true, status: 200 })
    expect(await outboundFetch(`http://localhost:${port}/b`, call)).toMatchObject({
      problem: 'address-not-allowed',
    })
    expect(await outboundFetch(`http://127.0.0.1:${port - 1}/c`, call)).toMatchObject({
      problem: 'address-not-allowed',
    })
    expect(await outboundFetch(`http://x:y@${host}/d`, call)).toMatchObject({
      problem: 'address-not-allowed',
    })
    const named = { allowed: [`systems.internal:${port}`], resolve: names('127.0.0.1') }
    expect(await outboundFetch(`http://systems.internal:${port}/e`, named)).toMatchObject({ ok: true })
    expect(calls).toEqual(['/a', '/e'])
  })
  test('is not reached by a redirect', async () => {
    const target = await inside()
    const { host } = await inside((_request, response) =>
      response.writeHead(302, { location: `http://${target.host}/secret` }).end(),
    )
    expect((await fetch(`http://${host}/`)).url, 'the attack works without the guard').toContain('/secret')
    const answer = await outboundFetch(`http://${host}/`, { allowed: [host] })
    expect(answer).toMatchObject({ ok: true, status: 302 })
    expect(target.calls).toEqual(['/secret'])
  })
})

describe('an answer', () => {
  const asked = async (handle: RequestListener, more: { mostBytes?: number; patienceMs?: number } = {}) => {
    const { host } = await inside(handle)
    return await outboundFetch(`http://${host}/`, { allowed: [host], ...more })
  }
  test('comes whole', async () => {
    const answer = await asked((request, response) => response.end(request.headers['accept-encoding']))
    expect(answer.ok && answer.body.toString()).toBe('identity')
  })
  test('that is too large ends, also one that unpacks to much', async () => {
    const most = { mostBytes: 1000 }
    const isTooLarge = { ok: false, problem: 'too-large' }
    expect(await asked((_request, response) => response.end('x'.repeat(1001)), most)).toEqual(isTooLarge)
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const packed: RequestListener = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    expect(bomb.length).toBeLessThan(10_000)
    expect(await asked(packed, { mostBytes: 10_000 })).toEqual(isTooLarge)
    const small = gzipSync('fine')
    const answer = await asked((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(small),
    )
    expect(answer.ok && answer.body.toString()).toBe('fine')
  })
  test('that is cut off or packed badly is none', async () => {
    const none = { ok: false, problem: 'unreachable' }
    const cut: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-length': '10' })
      response.write('x', () => response.destroy())
    }
    expect(await asked(cut)).toEqual(none)
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd'])
      expect(
        await asked((_request, response) =>
          response.writeHead(200, { 'content-encoding': encoding }).end('not packed'),
        ),
        encoding,
      ).toEqual(none)
  })
  test('that never ends is given up on', async () => {
    const endless: RequestListener = (_request, response) => void response.write('x')
    expect(await asked(endless, { patienceMs: 100 })).toEqual({ ok: false, problem: 'timeout' })
    expect(await asked(() => undefined, { patienceMs: 100 })).toEqual({ ok: false, problem: 'timeout' })
  })
})
