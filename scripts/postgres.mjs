import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandOf } from './process.mjs'
import { serverPrograms } from './programs.mjs'
import { canEnter, serverUser, unreachable } from './server-user.mjs'

/**
 * The PostgreSQL server that comes inside npm. The package's own starter installs signal handlers that end
 * this process before the product could drain, so only its binaries are used.
 */

const MAJOR = '18'
/** Long enough for a slow disk and what a power cut left to be repaired. */
const READY_MS = 180_000

/** @returns {Promise<number>} a port that is free right now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/**
 * A newer major version can't read an older one's files.
 * @param {string} data
 */
function checkVersion(data) {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (made === MAJOR) return
  throw new Error(
    `${data} was made by PostgreSQL ${made}, this is ${MAJOR}. Dump it with the old version, move the folder away, start, and restore (docs/running.md).`,
  )
}

/**
 * Ends a server that an earlier, killed start left on this data folder.
 * @param {string} data
 */
async function endLeftover(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const isRunning = () => commandOf(pid).includes(data)
  if (!isRunning()) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isRunning() && waited < 10_000; waited += 100) await pause(100)
}

/**
 * @param {string} data
 * @param {string} password
 * @param {import('./server-user.mjs').ServerUser} user
 * @param {string} initdb
 */
function initialise(data, password, user, initdb) {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  if ('uid' in user) chownSync(data, user.uid, user.gid)
  // Beside the data, since the folder for temporary files may be closed to that user.
  const passwordFile = join(dirname(data), `.password-${process.pid}-${Date.now()}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  if ('uid' in user) chownSync(passwordFile, user.uid, user.gid)
  try {
    const options = [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      '--pwfile',
      passwordFile,
    ]
    execFileSync(initdb, [...options, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'], {
      ...user,
      cwd: dirname(data),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    })
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not be set up in ${data}: ${whyItFailed(error)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** @param {unknown} error */
const whyItFailed = error => {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr ?? '').trim() : ''
  return stderr.split('\n')[0] || (error instanceof Error ? error.message : String(error))
}

/**
 * Starts PostgreSQL on `data`, made at the first start, and answers when it takes connections.
 * It runs in a process group of its own, so that Ctrl-C lets the product drain before the database goes.
 * @param {{data: string, password: string, port?: number, settings?: Record<string, string>, onExit?: (code: number | null) => void}} options
 * @returns {Promise<{url: (name: string) => string, pid: number, port: number, stop: () => Promise<void>}>}
 */
export async function startPostgres({ data, password, port: wanted, settings = {}, onExit }) {
  const user = serverUser()
  if (!canEnter(dirname(data), user)) throw unreachable(dirname(data), user)
  const { postgres, initdb } = await serverPrograms(user)
  await endLeftover(data)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(data, password, user, initdb)
  checkVersion(data)
  const port = wanted ?? (await freePort())
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '64MB',
    max_connections: '60',
    log_min_messages: 'fatal',
    ...settings,
  }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: dirname(data),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const said = { text: '' }
  child.stderr.setEncoding('utf8').on('data', part => {
    said.text = (said.text + part).slice(-2000)
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  const state = { stopping: false, exited: false }
  child.once('exit', code => {
    state.exited = true
    if (!state.stopping) onExit?.(code)
  })
  const pidFile = join(data, 'postmaster.pid')
  const ready = () => existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready'
  for (let waited = 0; !ready(); waited += 50) {
    if (state.exited || waited > READY_MS) throw new Error(`PostgreSQL did not start: ${said.text.trim()}`)
    await pause(50)
  }
  return {
    url: name => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`,
    pid: child.pid ?? 0,
    port,
    stop: async () => {
      if (state.exited) return
      state.stopping = true
      child.kill('SIGINT')
      await ended
    },
  }
}
