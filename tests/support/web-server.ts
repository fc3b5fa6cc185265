import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach } from 'vitest'
import { networks } from '@/lib/auth/client-address'
import { createWebServer } from '@/lib/web/server'

/** What a browser sends from one of our pages. */
export const ours = { origin: 'http://habeas.test' }

const open: { drain: (milliseconds: number) => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(item => item.drain(0)))
})

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export const echo: Handle = async (request, response) => {
  let bytes = 0
  for await (const chunk of request) bytes += chunk.length
  response.end(JSON.stringify({ headers: request.headers, bytes }))
}

/** Our web server in front of a stand-in for the pages, gone after the test. */
export async function serve(
  handle: Handle = echo,
  options: { trusted?: string[]; bodyLimit?: number; uploadLimit?: number; appUrl?: string } = {},
) {
  const made = createWebServer({
    handle,
    trustedProxies: networks(options.trusted ?? []),
    bodyLimit: options.bodyLimit ?? 1000,
    ...(options.uploadLimit && { uploadLimit: options.uploadLimit }),
    appUrl: options.appUrl ?? ours.origin,
    localOnly: true,
  })
  open.push(made)
  made.server.listen(0, '127.0.0.1')
  await once(made.server, 'listening')
  const address = made.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return { ...made, port, url: `http://127.0.0.1:${port}` }
}
