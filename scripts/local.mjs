import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPostgres } from './postgres.mjs'
import { isOurs } from './process.mjs'
import { serverUser } from './server-user.mjs'
import { dataPlace } from './shelter.mjs'

/** Where everything lives that a start without settings makes: database, secrets, mails, files. */
export const dataDir = () => resolve(process.env.HABEAS_DATA_DIR || '.data')

/** Whether this start brings its own database. */
export const isLocal = () => !process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE

/** @returns {{HABEAS_KEY: string, NEXTAUTH_SECRET: string, postgres: string}} generated once, readable by the owner only */
function secrets() {
  const file = join(dataDir(), 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const made = {
    HABEAS_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    postgres: randomBytes(18).toString('hex'),
  }
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}

/** @param {'HABEAS_KEY' | 'NEXTAUTH_SECRET'} name */
const given = name => Boolean(process.env[name] || process.env[`${name}_FILE`])

const runningFile = () => join(dataDir(), 'running.json')

/** @returns {Record<string, string> | undefined} environment of the start that is running on this data folder */
function running() {
  if (!existsSync(runningFile())) return undefined
  const { pid, env } = JSON.parse(readFileSync(runningFile(), 'utf8'))
  return isOurs(pid) ? env : undefined
}

/** @param {Record<string, string>} env what other commands need to reach this start's database and mail */
export function noteRunning(env) {
  writeFileSync(runningFile(), JSON.stringify({ pid: process.pid, env }), { mode: 0o600 })
}
export const forgetRunning = () => rmSync(runningFile(), { force: true })

/** @param {string} url address of the server's own database */
async function createDatabase(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'habeas'")
  if (!rowCount) await client.query('create database habeas')
  await client.end()
}

const RESTARTS = 5

/**
 * Starts the database that comes along, and again on the same port should it die.
 * @param {(why: string) => void} [onLost] it died and couldn't be started again
 * @returns {Promise<{env: Record<string, string>, elsewhere: string | undefined, stop: () => Promise<void>}>} the settings that go
 *   with it, and where its files are when that isn't the data folder
 */
export async function startLocal(onLost = () => undefined) {
  const folder = dataDir()
  mkdirSync(folder, { recursive: true })
  // As root, PostgreSQL runs as another user, who must be able to walk through.
  chmodSync(folder, 0o711)
  const { postgres: password, ...keys } = secrets()
  const usual = join(folder, 'postgres')
  const options = { data: dataPlace(usual, serverUser()), password }
  let restarts = 0
  const onExit = () => {
    restarts += 1
    if (restarts > RESTARTS) return onLost('PostgreSQL keeps ending.')
    console.error('PostgreSQL ended; starting it again.')
    startPostgres({ ...options, port: server.port, onExit }).then(
      again => {
        server = again
      },
      error => onLost(error.message),
    )
  }
  let server = await startPostgres({ ...options, onExit })
  await createDatabase(server.url('postgres'))
  const { HABEAS_KEY, NEXTAUTH_SECRET } = keys
  const env = {
    ...(!given('HABEAS_KEY') && { HABEAS_KEY }),
    ...(!given('NEXTAUTH_SECRET') && { NEXTAUTH_SECRET }),
    DATABASE_URL: server.url('habeas'),
    HABEAS_EMBEDDED: '1',
    HABEAS_DATA_DIR: folder,
  }
  const elsewhere = options.data === usual ? undefined : options.data
  return { env, elsewhere, stop: () => server.stop() }
}

/**
 * The environment for one command: the given database, else that of the running start, else the local
 * database, started for as long as the command runs.
 * @returns {Promise<{env: Record<string, string>, release: () => Promise<void>}>}
 */
export async function localEnvironment() {
  const nothing = async () => undefined
  if (!isLocal()) return { env: { HABEAS_EMBEDDED: '' }, release: nothing }
  const env = running()
  if (env) return { env, release: nothing }
  const local = await startLocal()
  return { env: local.env, release: local.stop }
}
