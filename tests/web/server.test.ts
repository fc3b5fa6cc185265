import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isLoopback } from '@/lib/web/server'
import { echo, ours, serve } from '../support/web-server'

/** Sends bytes as they are and answers everything that comes back. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(text)
  let answer = ''
  for await (const part of socket) answer += part
  return answer
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`

describe('who called', () => {
  test('comes from the socket, not from the client’s own claim', async () => {
    const { url } = await serve()
    const claims = {
      'x-habeas-client-ip': '6.6.6.6',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.test',
      'x-habeas-admin': '1',
    }
    const { headers } = await (await fetch(url, { headers: claims })).json()
    expect(headers['x-habeas-client-ip']).toBe('127.0.0.1')
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-forwarded-host']))
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-habeas-admin']))
  })
  test('comes from a trusted proxy that tells', async () => {
    const { url } = await serve(echo, { trusted: ['127.0.0.0/8'] })
    const told = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9', 'x-forwarded-proto': 'https' }
    const { headers } = await (await fetch(url, { headers: told })).json()
    expect(headers).toMatchObject({ 'x-habeas-client-ip': '203.0.113.9', 'x-forwarded-proto': 'https' })
  })
})

test('a form from our own page is one behind a proxy that calls us by another name, too', async () => {
  const { url } = await serve(echo, { appUrl: 'https://privacy.example' })
  const post = (origin: string) => fetch(url, { method: 'POST', headers: { origin }, body: 'x' })
  const { headers } = await (await post('https://privacy.example')).json()
  expect(headers['x-forwarded-host']).toBe('privacy.example')
  const byHost = await (await post(url)).json()
  expect(byHost.headers).not.toHaveProperty('x-forwarded-host')
})

describe('what a browser was made to send from elsewhere', () => {
  const post = async (path: string, headers: Record<string, string>) => {
    const { url } = await serve()
    return (await fetch(`${url}${path}`, { method: 'POST', headers, body: 'x' })).status
  }
  test('is refused before any page runs: foreign, null or without a word of where it comes from', async () => {
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { 'next-action': 'x' },
    ]
    for (const headers of elsewhere)
      for (const path of ['/sign-in', '/requests/PR-1/details', '/my/request/withdraw', '/nowhere/files'])
        expect(await post(path, headers), `${path} ${JSON.stringify(headers)}`).toBe(403)
    expect(
      await post('/sign-in', { 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' }),
    ).toBe(403)
    expect(await post('/sign-in', ours)).toBe(200)
  })
  test('but not what goes by a token of its own', async () => {
    const leave = `/usage-data/subscription/${'x'.repeat(43)}/unsubscribe`
    for (const path of ['/api/v1/requests', '/i', '/com.snowplowanalytics.snowplow/tp2', leave])
      expect(await post(path, {}), path).toBe(200)
  })
})

describe('what is refused', () => {
  test('strangers, while demo people may sign in', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
    expect(['192.168.1.5', '::ffff:10.0.0.1', '2001:db8::1', '::', '', '1::1'].some(isLoopback)).toBe(false)
  })
  test.each([
    ['http://internal.test/', 400],
    ['//internal.test/', 400],
    ['/\\internal.test', 400],
    ['*', 400],
    ['/r/a?b=%00', 400],
    // Nothing has such an address, as with any other link that lost or gained a letter.
    ['/r/a%00b', 404],
    ['/r/a%E0%A4', 404],
    ['/%', 404],
  ])('the target %s: %i', async (target, status) => {
    const { port } = await serve()
    const answer = await raw(port, lines(`GET ${target} HTTP/1.1`, 'host: x', 'connection: close'))
    expect(answer).toContain(`HTTP/1.1 ${status} `)
  })
  test('with the headers of every other answer', async () => {
    const { url } = await serve(echo, { appUrl: 'https://habeas.test' })
    for (const answer of [
      await fetch(`${url}/r/a%00b`),
      await fetch(`${url}/my/request/reply`, { method: 'POST', body: 'x'.repeat(1001) }),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
    }
  })
  test('a slash too many, by the same address without it', async () => {
    const { port, url } = await serve()
    for (const [path, to] of [
      ['/requests/?a=b//', '/requests?a=b//'],
      ['/r//x/', '/r/x'],
      ['/a///', '/a'],
    ]) {
      const answer = await raw(port, lines(`GET ${path} HTTP/1.1`, 'host: x', 'connection: close'))
      expect(answer).toContain(' 308 ')
      expect(answer.toLowerCase()).toContain(`location: ${to}\r\n`)
      expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
    }
    expect((await fetch(url)).status).toBe(200)
  })
  test.each(['TRACE', 'PROPFIND', 'PURGE'])('%s, which no page knows', async method => {
    const { port } = await serve()
    expect(await raw(port, lines(`${method} / HTTP/1.1`, 'host: x', 'connection: close'))).toContain(' 405 ')
  })
  test('a tunnel', async () => {
    const { port } = await serve()
    expect(await raw(port, lines('CONNECT internal.test:80 HTTP/1.1', 'host: internal.test'))).not.toMatch(
      / 200 /,
    )
  })
  test('a body that says it is too long', async () => {
    const { url } = await serve()
    expect((await fetch(url, { method: 'POST', headers: ours, body: 'x'.repeat(1001) })).status).toBe(413)
    expect(
      (await (await fetch(url, { method: 'POST', headers: ours, body: 'x'.repeat(1000) })).json()).bytes,
    ).toBe(1000)
  })
  test('a body that is too long and does not say so', async () => {
    const { port } = await serve()
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { ...ours, 'transfer-encoding': 'chunked' },
    })
    // The server may cut the connection while we still write.
    request.on('error', () => undefined)
    const answered = once(request, 'response')
    for (let part = 0; part < 4; part++) request.write('x'.repeat(400))
    const [response] = await answered
    expect(response.statusCode).toBe(413)
  })
})

test('an error outside the pages shows nothing of itself', async () => {
  const { url } = await serve(async () => {
    throw new Error('secret words')
  })
  const answer = await fetch(url)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toMatch(/secret/)
})

test('stopping answers what is under way, and nothing after it', async () => {
  let finish: () => void = () => undefined
  const underWay = new Promise<void>(resolve => {
    finish = resolve
  })
  let arrived: () => void = () => undefined
  const started = new Promise<void>(resolve => {
    arrived = resolve
  })
  const { url, drain } = await serve(async (_request, response) => {
    arrived()
    await underWay
    response.end('done')
  })
  const answer = fetch(url)
  await started
  const drained = drain(5000)
  await expect(fetch(url)).rejects.toThrow()
  expect(await Promise.race([drained.then(() => 'drained'), Promise.resolve('waiting')])).toBe('waiting')
  finish()
  expect(await (await answer).text()).toBe('done')
  await drained
})

describe('addresses that take files', () => {
  test('take more than others, and no more than that', async () => {
    const { url } = await serve(echo, { bodyLimit: 1000, uploadLimit: 5000 })
    const send = (path: string, length: number) =>
      fetch(`${url}${path}`, { method: 'POST', body: 'x'.repeat(length) })
    expect((await (await send('/api/v1/tasks/x/files', 4000)).json()).bytes).toBe(4000)
    expect((await send('/api/v1/tasks/x/files', 6000)).status).toBe(413)
    expect((await send('/api/v1/requests', 4000)).status).toBe(413)
  })
  test('carry the headers that the proxy gives to the others', async () => {
    const { url } = await serve()
    const { headers } = await fetch(`${url}/my/request/documents/files`)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })
})
