import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort, startPostgres } from '../../scripts/postgres.mjs'
import { endPool } from './end-pool'
import { type SmtpSink, smtpSink } from './smtp'

const run = promisify(execFile)
const bundle = (name: string) => join('.build', `${name}.mjs`)

export type Part = 'web' | 'worker'

/** The built product with its own database and mail server, whose processes are there to be killed. */
export interface Killable {
  origin: string
  sink: SmtpSink
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** The command line. @returns what it printed @throws when it ends with anything but 0 */
  habeas(...words: string[]): Promise<string>
  /** Writes a file of its own and answers its path. */
  file(name: string, text: string): string
  /** Ends a process as a power cut would, and starts it again as its supervisor would. */
  kill(part: Part): Promise<void>
  /** Resolves when a process that was killed is up again. */
  up(part: Part): Promise<void>
  close(): Promise<void>
}

/** What is up when the last word is said: the web server by its message, the worker by its log. */
async function ready(part: Part, child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code, signal]) =>
    Promise.reject(new Error(`the ${part} ended: ${code ?? signal}`)),
  )
  ended.catch(() => undefined)
  const said = new Promise<void>(resolve => {
    child.stdout
      ?.setEncoding('utf8')
      .on('data', (text: string) => text.includes('worker started') && resolve())
  })
  await Promise.race([part === 'web' ? once(child, 'message') : said, ended])
}

/**
 * A killed worker's work is taken up once it has been silent for a minute. Instead of waiting for that minute, what it did
 * is moved into the past on the database's clock.
 */
const A_MINUTE_LATER = [
  `update worker_beat set seen_at = seen_at - interval '80 seconds'`,
  `update outbox set claimed_at = claimed_at - interval '80 seconds', send_after = send_after - interval '80 seconds'
   where state in ('queued', 'claimed', 'transmitting')`,
  `update graphile_worker._private_jobs set locked_at = locked_at - interval '80 seconds', run_at = run_at - interval '80 seconds'`,
]

/** Starts everything that `npm start` would, each process by itself. */
export async function killable(): Promise<Killable> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-kill-'))
  // As root, PostgreSQL runs as another user, who must be able to walk through.
  chmodSync(folder, 0o711)
  const database = await startPostgres({ data: join(folder, 'pg'), password: randomBytes(9).toString('hex') })
  const sink = await smtpSink()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const {
    DATABASE_URL: _database,
    SMTP_URL: _smtp,
    DEMO: _demo,
    HABEAS_EMBEDDED: _embedded,
    ...inherited
  } = process.env
  const env = {
    ...inherited,
    PORT: String(port),
    APP_URL: origin,
    DATABASE_URL: database.url('postgres'),
    SMTP_URL: sink.url,
    HABEAS_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    HABEAS_DATA_DIR: folder,
    ORG_TIME_ZONE: 'Europe/Amsterdam',
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_LEVEL: 'info',
  }
  const habeas = async (...words: string[]) =>
    (await run(process.execPath, [bundle('cli'), ...words], { env })).stdout.trim()
  await habeas('prepare')
  const owner = new pg.Pool({ connectionString: env.DATABASE_URL, max: 2 })
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<Row>(text, values)).rows

  const children = new Map<Part, ChildProcess>()
  const coming = new Map<Part, Promise<void>>()
  const start = (part: Part) => {
    const child = spawn(process.execPath, [bundle(part)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    children.set(part, child)
    const up = ready(part, child)
    child.stdout?.resume()
    up.catch(() => undefined)
    coming.set(part, up)
  }
  const end = async (part: Part) => {
    const child = children.get(part)
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const kill = async (part: Part) => {
    await end(part)
    if (part === 'worker') for (const statement of A_MINUTE_LATER) await sql(statement)
    start(part)
  }
  start('web')
  start('worker')
  await Promise.all(coming.values())
  // One kill of a part at a time, for all callers: there must never be two of it.
  const turns = new Map<Part, Promise<void>>()

  return {
    origin,
    sink,
    sql,
    habeas,
    file: (name, text) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    kill: part => {
      const turn = (turns.get(part) ?? Promise.resolve()).then(() => kill(part))
      turns.set(part, turn)
      return turn
    },
    up: async part => await coming.get(part),
    close: async () => {
      await Promise.all([end('web'), end('worker')])
      await endPool(owner)
      await sink.close()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
