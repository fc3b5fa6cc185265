import { answerTo } from './api'
import { type Handle, serve } from './web-server'

const handle: Handle = async (incoming, outgoing) => {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  const { method = 'GET', url = '/' } = incoming
  const response = await answerTo(
    new Request(new URL(url, 'http://habeas.test'), {
      method,
      headers,
      ...(parts.length > 0 && { body: Buffer.concat(parts) }),
    }),
  )
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** The API behind our web server, at a real address. It is gone after the test. */
export const serveApi = () => serve(handle, { bodyLimit: 1_000_000 })
