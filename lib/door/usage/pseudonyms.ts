import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'
import { usageKey } from '@/lib/usage-data/collecting/keys'
import type { Hmac } from '@/lib/usage-data/collecting/treat-field'

const keys = new Map<number, Buffer>()

function keyOf(version: number): Buffer {
  const key = keys.get(version) ?? usageKey(env().key, version)
  keys.set(version, key)
  return key
}

/** Pseudonyms under a version of the key. */
export const hmacOf =
  (version: number): Hmac =>
  (kind, value) =>
    createHmac('sha256', keyOf(version)).update(`${kind}\0${value}`).digest('base64url')

/** Ids of events say nothing of people, so their key stays the same when the others change: a second try is still known. */
const EVENT_IDS = 0

/** A tracker's event id as ours: 128 bits of a keyed hash, as a uuid. */
export function eventIdOf(eid: string): string {
  const hex = createHmac('sha256', keyOf(EVENT_IDS)).update(`event\0${eid}`).digest('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The pseudonyms of an account under each version; an account's id in the directory is the user's in the events. */
export const pseudonymsOf = (accountId: string, versions: readonly number[]): string[] =>
  versions.map(version => hmacOf(version)('user', accountId.trim()))
