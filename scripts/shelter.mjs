import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { canEnter, unreachable } from './server-user.mjs'

/**
 * A place that the user who runs PostgreSQL can get to. Root's home is closed to others on most machines, and opening
 * it is not ours to do, so what that user needs of a project in there is kept here.
 */
export const SHELTER = '/var/lib/habeas'

/**
 * Makes the shelter, or throws the error for the folder that it would have stood in for.
 * @param {string} shelter
 * @param {string} instead
 * @param {import('./server-user.mjs').ServerUser} user
 */
function open(shelter, instead, user) {
  try {
    mkdirSync(shelter, { recursive: true })
    chmodSync(shelter, 0o755)
  } catch {
    throw unreachable(instead, user)
  }
  if (!canEnter(shelter, user)) throw unreachable(instead, user)
}

/**
 * Lets everybody read a folder's files, even if a strict umask was set when they were unpacked.
 * @param {string} folder
 */
function letRead(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) letRead(path)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/**
 * A copy of a folder that never changes, made once.
 * @param {string} folder
 * @param {string} name of the copy; it says the version
 * @param {import('./server-user.mjs').ServerUser} user who is to read it
 * @param {string} [shelter]
 * @returns {string} where the copy is
 */
export function shelteredCopy(folder, name, user, shelter = SHELTER) {
  open(shelter, folder, user)
  const copy = join(shelter, name)
  if (existsSync(copy)) return copy
  // Under another name until it is whole: a start may be killed, and two may be copying.
  const half = mkdtempSync(join(shelter, '.copy-'))
  cpSync(folder, half, { recursive: true, verbatimSymlinks: true })
  letRead(half)
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/**
 * Where the database's files are: at their usual place if the user can get there, else in the shelter, with a link at
 * the usual place, so that both are found again together and removing the data folder begins anew.
 * @param {string} usual
 * @param {import('./server-user.mjs').ServerUser} user
 * @param {string} [shelter]
 * @returns {string}
 * @throws when there is a database at the usual place that the user can't get to, or the link leads nowhere
 */
export function dataPlace(usual, user, shelter = SHELTER) {
  const there = lstatSync(usual, { throwIfNoEntry: false })
  if (there?.isSymbolicLink()) {
    const place = readlinkSync(usual)
    if (existsSync(dirname(place))) return place
    throw new Error(
      `The database was in ${dirname(place)}, which is gone. Bring it back, or remove ${usual} to begin with an empty one.`,
    )
  }
  const folder = dirname(usual)
  if (canEnter(folder, user)) return usual
  if (there) throw unreachable(folder, user)
  open(shelter, folder, user)
  const home = mkdtempSync(join(shelter, 'data-'))
  chmodSync(home, 0o711)
  writeFileSync(join(home, 'belongs-to'), `${folder}\n`)
  const place = join(home, 'postgres')
  symlinkSync(place, usual)
  return place
}
