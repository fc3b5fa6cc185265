import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../../scripts/postgres.mjs'

export interface Running {
  pid: number
  stop(): Promise<void>
}
export interface Site extends Running {
  url: URL
}

/** The flags of `npm start`: memory is measured as it is there. */
const FLAGS = {
  web: ['--enable-source-maps', '--max-semi-space-size=8', '--max-old-space-size=512'],
  worker: ['--enable-source-maps', '--max-semi-space-size=4', '--max-old-space-size=256'],
}

function begin(bundle: 'web' | 'worker', env: NodeJS.ProcessEnv): { child: ChildProcess; running: Running } {
  const child = spawn(process.execPath, [...FLAGS[bundle], join('.build', `${bundle}.mjs`)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', LOG_LEVEL: 'error' },
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { child, running: { pid: child.pid ?? 0, stop } }
}

/** The built product's web server on a database. Callers pick their own address by `X-Forwarded-For`. */
export async function startWeb(env: NodeJS.ProcessEnv): Promise<Site> {
  const port = await freePort()
  const url = new URL(`http://localhost:${port}`)
  const { child, running } = begin('web', {
    ...env,
    PORT: String(port),
    APP_URL: url.origin,
    TRUSTED_PROXIES: '127.0.0.1,::1',
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the web server ended at once')))
  await Promise.race([once(child, 'message'), ended])
  // From here on its end is what `stop` waits for.
  ended.catch(() => undefined)
  return { ...running, url }
}

export const startWorker = (env: NodeJS.ProcessEnv): Running => begin('worker', env).running
