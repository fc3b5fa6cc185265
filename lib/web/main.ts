import next from 'next'
import { networks } from '@/lib/auth/client-address'
import { EnvironmentProblem, env } from '@/lib/env'
import { log } from '@/lib/log'
import { onShutdown } from '@/lib/shutdown'
import { createWebServer } from './server'

/** Room for the largest upload and its form around it. */
const BODY_LIMIT = 26 * 1024 * 1024
const DRAIN_MS = 8000

/** Starts the web process: Next behind our own server, draining when asked to stop. */
async function main(): Promise<void> {
  const { port, host, trustedProxies, nodeEnv, embedded } = env()
  const dev = nodeEnv === 'development'
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost' })
  await app.prepare()
  const handle = app.getRequestHandler()
  const { server, drain } = createWebServer({
    handle: (request, response) => handle(request, response),
    trustedProxies: networks(trustedProxies),
    bodyLimit: BODY_LIMIT,
    // The local start has demo people with a published password: nothing for a network to find by accident.
    localOnly: embedded && host === undefined,
  })
  // Only the development server talks over upgraded connections.
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  else server.on('upgrade', (_request, socket) => socket.destroy())
  server.listen({ port, host }, () => process.send?.('ready'))
  server.on('error', error => {
    log.fatal({ err: error }, `port ${port} can't be used`)
    process.exit(1)
  })
  onShutdown(async () => {
    await drain(DRAIN_MS)
    await app.close()
  })
}

main().catch((error: unknown) => {
  if (error instanceof EnvironmentProblem) console.error(error.message)
  else log.fatal({ err: error }, 'the web server could not start')
  process.exit(1)
})
