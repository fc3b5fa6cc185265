import { systemKinds } from '@/lib/systems'
import type { Connection, Doing, KeepFile, Subject } from '@/lib/systems/contract'
import { makeWire, type Traffic, type Wire } from '@/lib/systems/wire'
import type { MemoryLedger } from './ledger'

/** Nothing is shared about a system here, so every call may be made. */
const free: Traffic = { enter: async () => undefined, leave: async () => undefined }

/** A way to a stand-in, or to any other host inside. */
export const wireTo = (host: string, name: string, patienceMs = 5000): Wire =>
  makeWire({ name, allowed: [host], patienceMs, traffic: free })

/** A system of a kind with these settings, reached at a host inside. */
export function connectionTo(key: string, host: string, settings: unknown, patienceMs?: number): Connection {
  const kind = systemKinds.get(key)
  if (!kind) throw new Error(`no kind ${key}`)
  return kind.connect(settings, wireTo(host, kind.name, patienceMs))
}

export const nobody: Subject = { accountId: null, username: null, emails: [], forumUsername: null }

/** Takes a file into memory. */
export class MemoryFiles {
  readonly kept: { name: string; bytes: Buffer }[] = []

  readonly keep: KeepFile = async (name, bytes) => {
    const parts: Uint8Array[] = []
    for await (const part of bytes) parts.push(part)
    this.kept.push({ name, bytes: Buffer.concat(parts) })
    return { ok: true, id: `file-${this.kept.length}` }
  }
}

interface HowToDo {
  subject: Subject
  ledger: MemoryLedger
  begunAt?: Date
  keepFile?: KeepFile
}

/** What an act is run with, at the ledger's time. */
export const doing = ({ subject, ledger, begunAt, keepFile }: HowToDo): Doing => ({
  subject,
  effects: ledger,
  now: ledger.clock(),
  signal: new AbortController().signal,
  begunAt: begunAt ?? ledger.clock(),
  keepFile: keepFile ?? new MemoryFiles().keep,
  deletionList: async () => null,
})
