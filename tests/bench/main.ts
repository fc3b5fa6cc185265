import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from '@/lib/env'
import { newSecret } from '@/lib/secrets'
import { writeCheckpoint } from '@/lib/store/audit/audit-checkpoint'
import { checkpointFile } from '@/lib/store/audit/checkpoint-file'
import { connect } from '@/lib/store/database/client'
import { startPostgres } from '../../scripts/postgres.mjs'
import { smtpSink } from '../support/smtp'
import { benchChecks, CHECKS_DATABASE } from './checks'
import { benchCollector } from './collector'
import { dropDatabase, makeFilled } from './fill'
import { measure } from './measure'
import { megabytes } from './memory'
import { BARE, FIRST_PAGE, probes } from './probes'
import { report } from './report'
import { drawSamples } from './samples'
import { startWeb, startWorker } from './site'
import { usageCharts } from './usage-charts'
import { fillEvents } from './usage-rows'
import { closeConnections } from './visit'

/**
 * `npm run bench`: see docs/performance.md. For trying something out, BENCH_ROWS shrinks the larger database, BENCH_EVENTS
 * the larger number of usage events, BENCH_ROUNDS the number of visits; BENCH_ONLY is a pattern of what is visited, and
 * BENCH_PARTS names what is measured at all: requests, usage, collector, checks; BENCH_CHECKS is how many checks.
 */
const SMALL = 1000
const LARGE = Number(process.env.BENCH_ROWS || 1_000_000)
const FEW_EVENTS = 10_000
const MANY_EVENTS = Number(process.env.BENCH_EVENTS || 10_000_000)
const PARTS = (process.env.BENCH_PARTS || 'requests,usage,collector,checks').split(',')
const CHECKS = Number(process.env.BENCH_CHECKS || 10_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS || 50)
const WARM_UPS = 10
const REST_MS = 30_000

/** For building the tables: nothing here outlives the run, so nothing waits for the disk. */
const FILLING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '8GB',
  shared_buffers: '256MB',
}

/** What has to be undone, last first. */
const undo: (() => unknown)[] = []
const began = Date.now()
const say = (words: string) =>
  console.error(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${words}`)

interface Server {
  url: string
  /** Of the process; 0 for one that isn't ours. */
  pid: number
}

/** Fills both databases and answers the server that holds them, started as `npm start` would. */
async function prepare(folder: string, fill: (serverUrl: string) => Promise<void>): Promise<Server> {
  const given = process.env.DATABASE_URL_BENCH
  if (given) {
    await fill(given)
    undo.push(async () => {
      for (const name of Object.keys({ ...SIZES, ...EVENTS, [COLLECTOR]: 0, [CHECKS_DATABASE]: 0 }))
        await dropDatabase(given, name)
    })
    return { url: given, pid: 0 }
  }
  const own = { data: join(folder, 'pg'), password: randomBytes(18).toString('hex') }
  const filling = await startPostgres({ ...own, settings: FILLING })
  try {
    await fill(filling.url('postgres'))
  } finally {
    await filling.stop()
  }
  const server = await startPostgres(own)
  undo.push(server.stop)
  return { url: server.url('postgres'), pid: server.pid }
}

const SIZES = { habeas_bench_small: SMALL, habeas_bench_large: LARGE }
const EVENTS = { habeas_bench_few: FEW_EVENTS, habeas_bench_many: MANY_EVENTS }
const COLLECTOR = 'habeas_bench_collector'
const words = (rows: number) => rows.toLocaleString('en')

async function bench(): Promise<void> {
  // Starting afresh is the only way to have the same every time.
  const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'))
  chmodSync(folder, 0o755)
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const sink = await smtpSink()
  undo.push(sink.close)
  const { DATABASE_URL: _database, ...inherited } = process.env
  const shared = {
    ...inherited,
    HABEAS_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    HABEAS_DATA_DIR: folder,
    SMTP_URL: sink.url,
  }
  const server = await prepare(folder, async serverUrl => {
    for (const [name, rows] of PARTS.includes('requests') ? Object.entries(SIZES) : []) {
      say(`filling ${words(rows)} requests`)
      await makeFilled(serverUrl, name, rows)
    }
    for (const [name, events] of PARTS.includes('usage') ? Object.entries(EVENTS) : []) {
      say(`filling ${words(events)} usage events`)
      await fillEvents(await makeFilled(serverUrl, name, SMALL), events)
    }
    if (PARTS.includes('collector')) await makeFilled(serverUrl, COLLECTOR, SMALL)
  })
  const addressOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  // For hashing the session and the token as the web servers will.
  Object.assign(process.env, shared, { DATABASE_URL: addressOf('habeas_bench_small') })
  if (PARTS.includes('requests')) await benchRequests(server, shared, addressOf)
  if (PARTS.includes('usage')) {
    say('rolling usage events up, and measuring their charts')
    const place = (name: keyof typeof EVENTS) => ({
      events: EVENTS[name],
      settings: { ...shared, DATABASE_URL: addressOf(name) },
    })
    const rounds = { warmUps: WARM_UPS, rounds: ROUNDS }
    console.log(`\n${await usageCharts(place('habeas_bench_few'), place('habeas_bench_many'), rounds)}`)
    closeConnections()
  }
  if (PARTS.includes('collector')) {
    say('sending events to the collector')
    console.log(`\n${await benchCollector({ ...shared, DATABASE_URL: addressOf(COLLECTOR) })}`)
  }
  if (PARTS.includes('checks')) {
    say(`checking ${words(CHECKS)} requests, twice`)
    console.log(`\n${await benchChecks(server.url, shared, CHECKS)}`)
  }
  say('done')
}

async function benchRequests(
  server: Server,
  shared: NodeJS.ProcessEnv,
  addressOf: (name: string) => string,
): Promise<void> {
  const secrets = { session: newSecret(), consoleSession: newSecret() }
  const places = []
  for (const [name, rows] of Object.entries(SIZES)) {
    const settings = { ...shared, DATABASE_URL: addressOf(name) }
    const web = await startWeb(settings)
    undo.push(web.stop)
    places.push({
      name: words(rows),
      site: web.url,
      web,
      settings,
      samples: await drawSamples(settings.DATABASE_URL, secrets),
    })
  }
  const [small, large] = places
  if (!small || !large) throw new Error('there are two databases')
  say(`measuring, ${ROUNDS} rounds`)
  const only = new RegExp(process.env.BENCH_ONLY || '')
  const chosen = probes.filter(({ name }) => name === BARE || name === FIRST_PAGE || only.test(name))
  const timings = await measure(chosen, places, { warmUps: WARM_UPS, rounds: ROUNDS })
  closeConnections()
  await small.web.stop()
  say('letting everything come to rest')
  // An installation signs its audit log as it grows; a million rows at once are the bench's own doing.
  const db = connect(large.settings.DATABASE_URL)
  await writeCheckpoint({ file: checkpointFile(env()), key: env().key }, db)
  await db.$disconnect()
  const worker = startWorker(large.settings)
  undo.push(worker.stop)
  await pause(REST_MS)
  const memory = {
    web: megabytes(large.web.pid),
    worker: megabytes(worker.pid),
    database: server.pid === 0 ? null : megabytes(server.pid),
  }
  await worker.stop()
  await large.web.stop()
  console.log(`\n${report(timings, small.name, large.name, memory)}`)
}

let failed = false
try {
  await bench()
} catch (error) {
  failed = true
  console.error(error)
} finally {
  for (const step of undo.reverse()) await step()
}
process.exit(failed ? 1 : 0)
