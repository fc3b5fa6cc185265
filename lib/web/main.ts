import next from 'next'
import { networks } from '@/lib/auth/client-address'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { handOverUploadBytes, uploadBytes } from '@/lib/core/files/file-limits'
import { collectOwnPages } from '@/lib/door/usage/collect'
import { EnvironmentProblem, env } from '@/lib/env'
import { checkStorage } from '@/lib/files/storage'
import { log } from '@/lib/log'
import { onShutdown } from '@/lib/shutdown'
import { firstVisit } from './first-visit'
import { takeOverConsole } from './framework-log'
import { pageViews } from './page-views'
import { createWebServer } from './server'
import { watchKeys } from './watch-keys'
import { watchWorker } from './watch-worker'

/** More than any form without files, or any call of the API, can hold. */
const BODY_LIMIT = 2 * 1024 * 1024
const DRAIN_MS = 8000

/** Starts the web process: Next behind our own server, draining when asked to stop. */
async function main(): Promise<void> {
  const { port, host, trustedProxies, nodeEnv, embedded, appUrl, storageUrl } = env()
  singleSignOn()
  await checkStorage(storageUrl)
  const keys = watchKeys(error => {
    console.error(error.message)
    process.exit(1)
  })
  await keys.asked
  const dev = nodeEnv === 'development'
  if (!dev) takeOverConsole()
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost' })
  await app.prepare()
  const handle = app.getRequestHandler()
  const views = pageViews(collectOwnPages)
  const { server, drain } = createWebServer({
    handle: (request, response) => handle(request, response),
    trustedProxies: networks(trustedProxies),
    bodyLimit: BODY_LIMIT,
    uploadLimit: uploadBytes,
    handOverLimit: handOverUploadBytes,
    answered: views.answered,
    appUrl,
    // The local start has demo people with a published password: nothing for a network to find by accident.
    localOnly: embedded && host === undefined,
  })
  // Only the development server talks over upgraded connections.
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  else server.on('upgrade', (_request, socket) => socket.destroy())
  server.listen({ port, host }, () => void firstVisit(server).then(() => process.send?.('ready')))
  server.on('error', error => {
    log.fatal({ err: error }, `port ${port} can't be used`)
    process.exit(1)
  })
  const watch = watchWorker()
  onShutdown(async () => {
    watch.stop()
    keys.stop()
    await drain(DRAIN_MS)
    await views.flush()
    await app.close()
  })
}

main().catch((error: unknown) => {
  if (error instanceof EnvironmentProblem) console.error(error.message)
  else log.fatal({ err: error }, 'the web server could not start')
  process.exit(1)
})
