import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * How a process was called; empty when there is none. Numbers are used again, in containers at every start,
 * so a number alone says nothing about who it is.
 * @param {number} pid
 */
export function commandOf(pid) {
  if (!pid || pid === process.pid) return ''
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Whether a process is one of this project's own scripts. @param {number} pid */
export const isOurs = pid => /scripts[\\/]\w+\.mjs/.test(commandOf(pid))
