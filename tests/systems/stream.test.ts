import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { SystemFailure } from '@/lib/systems/failure'
import { wireTo } from '@/tests/support/stand-ins/wires'

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** A server that answers with a status, begins a body and never ends it. */
async function endless(status: number): Promise<{ host: string; server: Server }> {
  const server = createServer((_, response) => response.writeHead(status).write('a piece'))
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { host: `127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`, server }
}

const HOUR_MS = 3_600_000

test.each([429, 503, 302])(
  'a stream that is refused is closed at once, not when its patience ends: %s',
  async status => {
    const { host, server } = await endless(status)
    const connected = once(server, 'connection')
    const refused = wireTo(host, { name: 'GitLab', patienceMs: HOUR_MS }).stream({ url: `http://${host}/` })
    const [socket] = await connected
    const closed = once(socket, 'close')
    await expect(refused).rejects.toBeInstanceOf(SystemFailure)
    await closed
  },
)

test('a stream that is taken ends with its reader', async () => {
  const { host, server } = await endless(200)
  const connected = once(server, 'connection')
  const { body } = await wireTo(host, { name: 'GitLab', patienceMs: HOUR_MS }).stream({
    url: `http://${host}/`,
  })
  const [socket] = await connected
  const closed = once(socket, 'close')
  for await (const piece of body) {
    expect(Buffer.from(piece).toString()).toBe('a piece')
    break
  }
  await closed
})
