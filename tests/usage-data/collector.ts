import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import * as batch from '@/app/com.snowplowanalytics.snowplow/tp2/route'
import * as pixel from '@/app/i/route'
import { networks } from '@/lib/auth/client-address'
import { createWebServer } from '@/lib/web/server'
import { rules } from './given'

type Sql = (text: string, values?: unknown[]) => Promise<unknown>

/** Tells everybody of everything, as the product does on its first day, or of what a test wants told. */
export async function announce(sql: Sql, prints: ReadonlyMap<string, string> = rules.prints): Promise<void> {
  await sql('delete from usage_announced')
  for (const [subject, print] of prints)
    await sql(`insert into usage_announced values ($1, $2, '{}', 'first', now())`, [subject, print])
  if (globalThis.habeasCollector) globalThis.habeasCollector.given = null
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

const handlers = (path: string) => (path === '/i' ? { ...pixel } : { ...batch })

/** The collector's addresses behind our own web server, called as the framework calls them. */
export async function serveCollector(): Promise<{ port: number; url: string; close(): Promise<void> }> {
  const { server, drain } = createWebServer({
    trustedProxies: networks([]),
    appUrl: 'http://habeas.test',
    bodyLimit: 2 * 1024 * 1024,
    localOnly: true,
    async handle(incoming, outgoing) {
      const url = new URL(incoming.url ?? '/', 'http://habeas.test')
      const headers = new Headers()
      for (const [name, value] of Object.entries(incoming.headers))
        if (value) headers.set(name, String(value))
      const method = incoming.method ?? 'GET'
      const body = method === 'POST' ? new Uint8Array(await bodyOf(incoming)) : undefined
      const request = new Request(url, { method, headers, ...(body && { body }) })
      const run: unknown = Reflect.get(handlers(url.pathname), method)
      const answer: unknown =
        typeof run === 'function' ? await run(request) : new Response(null, { status: 405 })
      if (!(answer instanceof Response)) throw new Error('no answer')
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
      outgoing.end(Buffer.from(await answer.arrayBuffer()))
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return { port, url: `http://127.0.0.1:${port}`, close: () => drain(0) }
}
