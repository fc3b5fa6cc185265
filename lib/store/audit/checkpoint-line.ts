import canonicalize from 'canonicalize'
import { z } from 'zod'
import { auditKeyId, codesOf, sameCode } from './audit-keys'

const id = z.string().regex(/^\d{1,19}$/)
const covered = {
  at: z.string(),
  /** Every row up to this id is covered. */
  through: id,
  /** How many rows that is, from the first on. */
  rows: z.number().int(),
  /** SHA-256 over the former checkpoint's digest and the hashes of the rows since, in the order of their ids. */
  digest: z.string(),
  signature: z.string(),
}

/** As written before checkpoints were numbered. */
const former = z.object(covered).strict()
const numbered = z
  .object({
    ...covered,
    number: z.number().int().positive().max(2_147_483_647),
    /** Number of the checkpoint that it continues; 0 where it counts from the first row. */
    after: z.number().int().min(0),
    /** Rows up to this id may lack a code. */
    keyedAfter: id,
    /** A person has looked at what lies between `after` and this one, and left it aside. */
    accepted: z.boolean(),
    keyId: z.string(),
  })
  .strict()
const line = z.union([numbered, former])

export type Checkpoint = z.output<typeof numbered>
export type FormerCheckpoint = z.output<typeof former>
export type AnyCheckpoint = Checkpoint | FormerCheckpoint

export const isNumbered = (checkpoint: AnyCheckpoint): checkpoint is Checkpoint => 'number' in checkpoint

/** One line of the file; null where it is no checkpoint. */
export function readLine(text: string): AnyCheckpoint | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const signed = (checkpoint: Omit<Checkpoint, 'signature'> | Omit<FormerCheckpoint, 'signature'>): string => {
  if (!('number' in checkpoint))
    return [checkpoint.at, checkpoint.through, checkpoint.rows, checkpoint.digest].join('\n')
  const text = canonicalize(checkpoint)
  if (text === undefined) throw new Error('a checkpoint has no canonical form')
  return text
}

/** A checkpoint with its signature, over itself as canonical JSON (RFC 8785). */
export function signCheckpoint(
  key: Uint8Array,
  content: Omit<Checkpoint, 'signature' | 'keyId'>,
): Checkpoint {
  const whole = { ...content, keyId: auditKeyId(key) }
  return { ...whole, signature: codesOf(key, 'audit checkpoint')(signed(whole)) }
}

/** Judges signatures by one key. @returns `foreign` where a checkpoint names another key */
export function judgeCheckpoints(
  key: Uint8Array,
): (checkpoint: AnyCheckpoint) => 'signed' | 'foreign' | 'forged' {
  const keyId = auditKeyId(key)
  const codeOf = codesOf(key, 'audit checkpoint')
  return ({ signature, ...content }) => {
    try {
      if (sameCode(codeOf(signed(content)), signature)) return 'signed'
    } catch {
      // Half a character has no canonical form, so nobody signed it.
      return 'forged'
    }
    return 'keyId' in content && content.keyId !== keyId ? 'foreign' : 'forged'
  }
}
