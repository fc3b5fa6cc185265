import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** A rendered mail, exactly as it leaves. Addresses are bare: one recipient, no names, no lists. */
const sealedMail = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
})
export type SealedMail = z.output<typeof sealedMail>

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

const derive = (key: Uint8Array) => Buffer.from(hkdfSync('sha256', key, '', 'habeas outbox v1', 32))

/**
 * Encrypts a rendered mail, because the links in it are secrets until the person has them.
 * @param key the 32 bytes of HABEAS_KEY
 * @param id the outbox row's id: the sealed mail opens in no other row
 */
export function seal(mail: SealedMail, key: Uint8Array, id: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, derive(key), iv).setAAD(Buffer.from(id))
  const body = Buffer.concat([cipher.update(JSON.stringify(mail), 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]))
}

/**
 * Reads a sealed mail back.
 * @throws when the key is another one, the row is another one, or a byte was changed
 */
export function open(sealed: Uint8Array, key: Uint8Array, id: string): SealedMail {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(CIPHER, derive(key), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const body = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return sealedMail.parse(JSON.parse(body.toString('utf8')))
}
