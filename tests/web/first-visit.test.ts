import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { firstVisit } from '@/lib/web/first-visit'

/** A server on one address, closed when `work` is done. */
async function serving(
  host: string | undefined,
  listener: Parameters<typeof createServer>[1],
  work: (server: ReturnType<typeof createServer>) => Promise<void>,
): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen({ port: 0, host }, resolve))
  await work(server)
  await new Promise(resolve => server.close(resolve))
}

test.each([undefined, '0.0.0.0', '127.0.0.1'])(
  'the start page has answered before anybody is told (on %s)',
  async host => {
    const seen: string[] = []
    await serving(
      host,
      (request, response) => {
        seen.push(`${request.method} ${request.url} dnt=${request.headers.dnt}`)
        response.end('welcome', () => seen.push('answered'))
      },
      async server => {
        await firstVisit(server)
        seen.push('told')
      },
    )
    expect(seen).toEqual(['GET / dnt=1', 'answered', 'told'])
  },
)

test('a page that fails keeps nobody from being told', async () => {
  await serving(
    '127.0.0.1',
    (_request, response) => {
      response.statusCode = 500
      response.end()
    },
    server => firstVisit(server),
  )
  await serving(
    '127.0.0.1',
    request => request.socket.destroy(),
    server => firstVisit(server),
  )
})
