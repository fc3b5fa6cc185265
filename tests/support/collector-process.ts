import { once } from 'node:events'
import { createServer } from 'node:http'
import { collectPayload } from '@/lib/door/usage/collect'

/*
 * The collector in a process of its own, there to be killed by a test: what it acknowledges is what was stored. Says its
 * port when it is up.
 */

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const collected = await collectPayload(Buffer.concat(parts).toString(), {
    optedOut: false,
    anonymous: false,
    address: '192.0.2.1',
  })
  response.statusCode = collected === 'stored' ? 200 : 503
  response.end()
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.send?.(address && typeof address === 'object' ? address.port : 0)
