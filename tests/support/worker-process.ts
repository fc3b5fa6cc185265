import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface WorkerProcesses {
  /** Starts the worker as its own process. */
  start(): Promise<ChildProcess>
  /** Ends one as a power cut would. */
  kill(worker: ChildProcess): Promise<void>
  killAll(): Promise<void>
  close(): Promise<void>
}

/** The real worker, bundled as for production, to be killed by a test. */
export async function workerProcesses(env: {
  databaseUrl: string
  smtpUrl: string
  key: Buffer
  /** Beside these, such as hosts that may be reached. */
  more?: Readonly<Record<string, string>>
}): Promise<WorkerProcesses> {
  // Inside the project, so that Node finds the packages.
  mkdirSync('.build', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.build', 'worker-test-'))
  const file = join(folder, 'worker.mjs')
  await build({
    entryPoints: ['lib/worker/main.ts'],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  })
  const started = new Set<ChildProcess>()
  const kill = async (worker: ChildProcess) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return
    worker.kill('SIGKILL')
    await once(worker, 'exit')
  }
  const killAll = async () => {
    for (const worker of started) await kill(worker)
    started.clear()
  }
  return {
    kill,
    killAll,
    start: async () => {
      const worker = spawn(process.execPath, [file], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          DATABASE_URL: env.databaseUrl,
          SMTP_URL: env.smtpUrl,
          MAIL_FROM: 'privacy@habeas.test',
          HABEAS_KEY: env.key.toString('base64'),
          NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
          LOG_LEVEL: 'info',
          ...env.more,
        },
      })
      started.add(worker)
      await new Promise<void>((resolve, reject) => {
        worker.once('exit', () => reject(new Error('the worker ended at once')))
        worker.stdout?.setEncoding('utf8').on('data', (text: string) => {
          if (text.includes('worker started')) resolve()
        })
      })
      return worker
    },
    close: async () => {
      await killAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
