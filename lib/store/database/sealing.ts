import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from '@/lib/secrets'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What is sealed; each has a key of its own. */
export type SealPurpose = 'outbox' | 'intake draft' | 'authenticator' | 'connected system' | 'webhook'

/**
 * Encrypts a value as JSON with AES-256-GCM.
 * @param key the 32 bytes of HABEAS_KEY
 * @param id the row's id: what is sealed for one row opens in no other
 */
export function sealJson(
  value: unknown,
  purpose: SealPurpose,
  key: Uint8Array,
  id: string,
): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, deriveKey(key, purpose), iv).setAAD(Buffer.from(id))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]))
}

/**
 * Reads a sealed value back; the caller checks its shape.
 * @throws when the key, the purpose or the row is another one, or a byte was changed
 */
export function openJson(sealed: Uint8Array, purpose: SealPurpose, key: Uint8Array, id: string): unknown {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(CIPHER, deriveKey(key, purpose), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const body = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(body.toString('utf8'))
}
