import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isOurs } from './process.mjs'

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** @param {string} file */
function owner(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

/**
 * Runs `work` while no other process of this project does; the lock of a process that died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function locked(file, work) {
  while (!take(file)) {
    const pid = owner(file)
    if (pid && !isOurs(pid) && owner(file) === pid) rmSync(file, { force: true })
    else await pause(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * Takes a lock for as long as this process lives, or says who has it.
 * @param {string} file
 * @returns {() => void} gives it back
 */
export function takeForLife(file) {
  mkdirSync(dirname(file), { recursive: true })
  if (!take(file)) {
    const pid = owner(file)
    if (isOurs(pid))
      throw new Error(
        `Habeas is already running here (process ${pid}). Stop it first, or set HABEAS_DATA_DIR.`,
      )
    rmSync(file, { force: true })
    if (!take(file)) throw new Error('Habeas is being started by somebody else right now.')
  }
  return () => rmSync(file, { force: true })
}
