import { systemKinds } from '@/lib/systems'
import type { Connection, Doing, KeepFile, Subject } from '@/lib/systems/contract'
import { makeWire, type Traffic, type Wire } from '@/lib/systems/wire'
import type { MemoryLedger } from './ledger'
import type { FaultKind } from './stand-in'

/** Nothing is shared about a system here, so every call may be made. */
const free: Traffic = { enter: async () => undefined, leave: async () => undefined }

/** The real wire to a stand-in, or to any other host inside. */
export const wireTo = (host: string, { name = 'The system', patienceMs = 30_000 } = {}): Wire =>
  makeWire({ name, allowed: [host], patienceMs, traffic: free })

/** A system of a kind with these settings, reached at a host inside. */
export function connectionTo(key: string, host: string, settings: unknown, patienceMs?: number): Connection {
  const kind = systemKinds.get(key)
  if (!kind) throw new Error(`no kind ${key}`)
  return kind.connect(settings, wireTo(host, { name: kind.name, ...(patienceMs && { patienceMs }) }))
}

/** Everything that goes wrong between two machines. What a fault is called, and what it does. */
export const faults: readonly (readonly [string, FaultKind])[] = [
  ['is cut off', { kind: 'truncate' }],
  ['is HTML', { kind: 'html' }],
  ['is empty', { kind: 'empty' }],
  ['breaks off before', { kind: 'reset' }],
  ['breaks off after', { kind: 'reset-after' }],
  ['says 429', { kind: 'status', status: 429, body: 'Retry later', headers: { 'retry-after': '7' } }],
  ['says 500', { kind: 'status', status: 500, body: '{}' }],
  ['says 503', { kind: 'status', status: 503, body: 'down' }],
  ['says 401', { kind: 'status', status: 401, body: '{}' }],
  ['says 400', { kind: 'status', status: 400, body: '{}' }],
  ['is a 404 of a proxy', { kind: 'status', status: 404, body: '<h1>Not found</h1>' }],
  ['leads elsewhere', { kind: 'redirect', to: 'http://127.0.0.1:1/' }],
]

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

/** What an act is run with, at the ledger's time; it was begun just now, and no file is expected. */
export const doing = (ledger: MemoryLedger, some: Partial<Omit<Doing, 'effects' | 'now'>> = {}): Doing => ({
  subject: nobody,
  effects: ledger,
  now: ledger.clock(),
  signal: new AbortController().signal,
  begunAt: ledger.clock(),
  keepFile: async () => ({ ok: false, words: 'No file is expected.' }),
  deletionList: async () => null,
  ...some,
})
