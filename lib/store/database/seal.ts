import { z } from 'zod'
import { openJson, sealJson } from './sealing'

/** A rendered mail, exactly as it leaves. Addresses are bare: one recipient, no names, no lists. */
const sealedMail = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  /** Where somebody leaves the list that the mail goes to. */
  unsubscribe: z.string().optional(),
})
export type SealedMail = z.output<typeof sealedMail>

/**
 * Encrypts a rendered mail, because the links in it are secrets until the person has them.
 * @param key the 32 bytes of HABEAS_KEY
 * @param id the outbox row's id: the sealed mail opens in no other row
 */
export const seal = (mail: SealedMail, key: Uint8Array, id: string): Uint8Array<ArrayBuffer> =>
  sealJson(mail, 'outbox', key, id)

/**
 * Reads a sealed mail back.
 * @throws when the key is another one, the row is another one, or a byte was changed
 */
export const open = (sealed: Uint8Array, key: Uint8Array, id: string): SealedMail =>
  sealedMail.parse(openJson(sealed, 'outbox', key, id))
