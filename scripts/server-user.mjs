import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * The user that PostgreSQL runs as. Empty: the one that runs this process.
 * @typedef {{uid: number, gid: number} | {}} ServerUser
 */

/** @returns {{uid: number, gid: number} | undefined} */
function lookUp() {
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/**
 * PostgreSQL refuses to run as root; root runs it as the user `postgres`, which is made when missing.
 * @returns {ServerUser}
 * @throws with the command to run when that user can't be made
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return {}
  const there = lookUp()
  if (there) return there
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
  spawnSync('useradd', options, { stdio: 'ignore' })
  const made = lookUp()
  if (made) return made
  throw new Error(
    `PostgreSQL can't run as root, and its user could not be made. Run: useradd ${options.join(' ')}`,
  )
}

/**
 * Whether the user may enter a folder; the system is asked, so every kind of permission counts.
 * @param {string} folder
 * @param {ServerUser} user
 */
export const canEnter = (folder, user) =>
  !('uid' in user) || spawnSync('test', ['-x', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0

/**
 * Folders on the way to a path, the path itself included, that the user may not walk through by their mode.
 * @param {string} path
 * @param {ServerUser} user
 * @returns {string[]} from the top down
 */
export function closedFolders(path, user) {
  if (!('uid' in user)) return []
  const full = resolve(path)
  const above = dirname(full)
  const { mode, uid, gid } = statSync(full)
  const mine = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  return [...(above === full ? [] : closedFolders(above, user)), ...(mode & mine ? [] : [full])]
}

/** @param {string} path as a shell takes it */
const quoted = path => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

/**
 * The error for a folder that the user can't get to: what is in the way, and the command that opens it.
 * @param {string} folder
 * @param {ServerUser} user
 */
export function unreachable(folder, user) {
  const closed = closedFolders(folder, user)
  const open = (closed.length > 0 ? closed : [folder]).map(quoted).join(' ')
  return new Error(
    `PostgreSQL runs as the user postgres, who can't get to ${folder}. Let that user through: chmod o+x ${open}`,
  )
}
