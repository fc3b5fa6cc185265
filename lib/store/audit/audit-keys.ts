import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/secrets'

/** What a code says: each purpose has a key of its own, so that no code fits in another's place. */
type Purpose = 'audit row' | 'audit head' | 'audit checkpoint'

/** What a chain's head says. */
export interface Head {
  scope: string
  seq: number
  hash: string
}

/**
 * Which key made a code, so that rows of a former key can be told from forged ones. It gives nothing of the key away.
 * @returns 8 hexadecimal digits
 */
export const auditKeyId = (key: Uint8Array): string => deriveKey(key, 'audit key id').toString('hex', 0, 4)

/**
 * Makes codes of one purpose with HMAC-SHA-256 (RFC 2104), under a key derived from HABEAS_KEY once.
 * @returns a function from a text to 64 hexadecimal digits
 */
export function codesOf(key: Uint8Array, purpose: Purpose): (text: string) => string {
  const derived = deriveKey(key, purpose)
  return text => createHmac('sha256', derived).update(text).digest('hex')
}

/** What the code of a head is made over. */
export const headText = ({ scope, seq, hash }: Head): string => [scope, seq, hash].join('\n')

/** Whether two codes are the same, in a time that doesn't tell where they differ. */
export function sameCode(expected: string, given: string): boolean {
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(given)]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

/** What a row is proved by. */
export interface Proof {
  hash: string
  keyId: string | null
  mac: string | null
}

/**
 * Judges the codes of rows by one key.
 * @returns `keyed`: this key made it · `unkeyed`: it has none · `foreign`: it names another key · `forged`: it is none of this key's
 */
export function judgeRows(key: Uint8Array): (row: Proof) => 'keyed' | 'unkeyed' | 'foreign' | 'forged' {
  const id = auditKeyId(key)
  const codeOf = codesOf(key, 'audit row')
  return ({ hash, keyId, mac }) => {
    if (mac === null && keyId === null) return 'unkeyed'
    if (mac !== null && keyId === id) return sameCode(codeOf(hash), mac) ? 'keyed' : 'forged'
    return mac !== null && keyId !== null && /^[0-9a-f]{8}$/.test(keyId) ? 'foreign' : 'forged'
  }
}
