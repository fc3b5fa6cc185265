import { readdirSync, readFileSync } from 'node:fs'

const parentOf = (pid: string) =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])

/** A process and all that it started, and they in turn. */
function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const parent = parentOf(pid)
      children.set(parent, [...(children.get(parent) ?? []), Number(pid)])
    } catch {
      // It ended while we looked.
    }
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)]
  return below(root)
}

/**
 * Memory of a process tree in MB: proportional set size, which counts a page that several share once over all of them.
 * Null where the system doesn't tell (other than Linux, or somebody else's processes).
 */
export function megabytes(pid: number): number | null {
  try {
    const sizes = treeOf(pid).map(item =>
      Number(readFileSync(`/proc/${item}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)?.[1]),
    )
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  } catch {
    return null
  }
}
