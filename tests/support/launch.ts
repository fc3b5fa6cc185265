import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../scripts/postgres.mjs'

const READY = 'Ctrl-C stops it.'

export interface Product {
  url: string
  /** The process that started everything, and its group. */
  pid: number
  /** All that it has printed so far. */
  said(): string
  /** Sends the whole group a signal, as a terminal does, and waits for the first process to end. */
  end(signal: 'SIGINT' | 'SIGTERM'): Promise<void>
}

/** Starts the built product as `npm start` does, on a data folder, and waits until it says that it is ready. */
export async function launch(folder: string, extra: Record<string, string> = {}): Promise<Product> {
  const port = await freePort()
  const unset = [
    'DATABASE_URL',
    'SMTP_URL',
    'APP_URL',
    'HABEAS_KEY',
    'NEXTAUTH_SECRET',
    'STORAGE_URL',
    'NODE_OPTIONS',
  ]
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      ...process.env,
      ...Object.fromEntries(unset.map(name => [name, ''])),
      PORT: String(port),
      HABEAS_DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      ...extra,
    },
  })
  let said = ''
  const ended = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    const listen = (part: Buffer) => {
      said += part
      if (said.includes(READY)) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', code => reject(new Error(`The product ended with ${code}:\n${said}`)))
  })
  const pid = child.pid ?? 0
  return {
    url: `http://localhost:${port}`,
    pid,
    said: () => said,
    end: async signal => {
      if (child.exitCode === null) process.kill(-pid, signal)
      await ended
    },
  }
}
