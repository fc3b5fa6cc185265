import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { log, withoutPersonalData } from '@/lib/log'
import { appConnectionString } from '@/lib/store/database/role'
import { heartbeat, removeWorkers } from '@/lib/store/database/worker-heartbeat'
import { mailBacklog } from '@/lib/store/mail/outbox'
import { recoverFromDeadWorkers } from '@/lib/store/mail/outbox-recovery'
import { guarded } from './guarded'
import type { JobHandler } from './job'
import { type Loop, loop } from './loop'
import { spread } from './spread'

/** Work caused by time passing. Must be safe to run in several workers at once. */
export interface Sweep {
  name: string
  /** @param signal fires when the worker has to end: what is under way is finished, and nothing more begun */
  run(signal?: AbortSignal): Promise<void>
}

export interface EngineOptions {
  databaseUrl: string
  jobs: Readonly<Record<string, JobHandler>>
  sweeps: readonly Sweep[]
  /** Longest that a job may run. */
  jobLimitMs?: number
}

export interface Engine {
  /** Ids under which this worker locks jobs and sends its heartbeat. */
  ids: readonly string[]
  /** Settles when the engine has ended, by `stop` or because the queue gave up. */
  ended: Promise<void>
  /** Takes no more jobs, gives running ones some seconds, and ends. */
  stop(): Promise<void>
}

const BEAT_MS = 10_000
const RECOVER_MS = 15_000
const SWEEP_MS = 5000
const POLL_MS = 1000
const JOB_LIMIT_MS = 5 * 60_000
/** After this, running jobs are told to end; after the next, they are abandoned. */
const DRAIN_MS = 4000
const STOP_MS = 9000
const MAIL_IS_LATE_SECONDS = 15 * 60
const WARN_EVERY_MS = 10 * 60_000

/** The queue's own words, at our levels; they carry no payloads, and what is left of an error is masked. */
const queueLog = new Logger(() => (level, message) => {
  const words = withoutPersonalData(message.split('\n')[0] ?? '')
  if (level === 'error') log.warn(`queue: ${words}`)
  else if (level === 'warning') log.warn(`queue: ${words}`)
  else log.debug(`queue: ${words}`)
})

/** Jobs that wait for other companies' servers, mail apart. */
const OUTSIDE: readonly string[] = [
  'run-checks',
  'system-task',
  'do-step',
  'search-systems',
  'open-issue',
  'answer-ticket',
]

interface Lane {
  /** Jobs at the same time. What waits for others needs little of this machine. */
  concurrency: number
  takes(name: string): boolean
}

/**
 * Mail and connected systems run in lanes of their own, so that a server that hangs holds up nothing but its own kind; the lanes
 * share one pool of connections.
 */
const LANES: readonly Lane[] = [
  { concurrency: 2, takes: name => name === 'send-mail' },
  { concurrency: 8, takes: name => OUTSIDE.includes(name) },
  { concurrency: 2, takes: name => name !== 'send-mail' && !OUTSIDE.includes(name) },
]

const lanesOf = (jobs: EngineOptions['jobs']) =>
  LANES.map(({ concurrency, takes }) => ({
    concurrency,
    handlers: Object.entries(jobs).filter(([name]) => takes(name)),
  })).filter(({ handlers }) => handlers.length > 0)

async function startLane(
  { handlers, concurrency }: ReturnType<typeof lanesOf>[number],
  pgPool: pg.Pool,
  limitMs: number,
) {
  const events: WorkerEvents = new EventEmitter()
  let id = ''
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id
  })
  const taskList: TaskList = Object.fromEntries(
    handlers.map(([name, handler]) => [name, guarded(name, handler, limitMs)]),
  )
  const runner = await run({
    pgPool,
    taskList,
    events,
    logger: queueLog,
    concurrency,
    pollInterval: POLL_MS,
    parsedCronItems: [],
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: DRAIN_MS,
  })
  return { id, runner }
}

async function connectionPool(databaseUrl: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: await appConnectionString(databaseUrl),
    max: 8,
    application_name: 'habeas worker',
  })
  const lost = () => log.warn('queue: database connection lost')
  pool.on('error', lost)
  pool.on('connect', client => client.on('error', lost))
  return pool
}

function watchMail(): () => Promise<void> {
  let warnedAt = 0
  return async () => {
    const { waiting, oldestSeconds } = await mailBacklog()
    if (oldestSeconds < MAIL_IS_LATE_SECONDS || Date.now() - warnedAt < WARN_EVERY_MS) return
    warnedAt = Date.now()
    log.error({ waiting, oldestSeconds: Math.round(oldestSeconds) }, 'mail is not leaving')
  }
}

function startLoops(ids: readonly string[], sweeps: readonly Sweep[]): Loop[] {
  const recover = async () => {
    const found = await recoverFromDeadWorkers()
    if (found.workers + found.requeued + found.uncertain > 0)
      log.warn(found, 'took up what a dead worker left')
  }
  const [recoverAt, watchAt, ...sweepsAt] = spread(2 + sweeps.length, SWEEP_MS)
  return [
    // The engine has just sent its heartbeat.
    loop('beat', BEAT_MS, () => heartbeat(ids), BEAT_MS),
    loop('recover', RECOVER_MS, recover, recoverAt ?? 0),
    loop('mail watch', RECOVER_MS, watchMail(), watchAt ?? 0),
    ...sweeps.map((sweep, place) => loop(sweep.name, SWEEP_MS, sweep.run, sweepsAt[place] ?? 0)),
  ]
}

/**
 * Starts working: jobs as they are added, dead workers' jobs within two minutes, sweeps every few seconds.
 * @throws when the database can't be reached
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const pool = await connectionPool(options.databaseUrl)
  const limit = options.jobLimitMs ?? JOB_LIMIT_MS
  const started = await Promise.all(lanesOf(options.jobs).map(lane => startLane(lane, pool, limit)))
  const ids = started.map(lane => lane.id)
  await heartbeat(ids)
  const loops = startLoops(ids, options.sweeps)
  log.info({ ids }, 'worker started')

  const stop = async () => {
    const drained = Promise.all(started.map(lane => lane.runner.stop().catch(() => undefined)))
    const enough = new Promise(resolve => setTimeout(resolve, STOP_MS).unref())
    await Promise.race([Promise.all([drained, ...loops.map(loop => loop.stop())]), enough])
    await removeWorkers(ids).catch(() => undefined)
    await Promise.race([pool.end(), enough])
    log.info('worker ended')
  }
  const ended = Promise.all(started.map(lane => lane.runner.promise)).then(() => undefined)
  return { ids, ended, stop }
}
