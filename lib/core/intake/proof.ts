import { z } from 'zod'
import { cleanFileName, extensionOf } from '../files/file-name'

export const proofKinds = ['death', 'authority'] as const
export type ProofKind = (typeof proofKinds)[number]

/** A proof that came with a form: stored, and known to nothing but the form until it is sent. */
export const proofSchema = z.object({
  id: z.string(),
  kind: z.enum(proofKinds),
  name: z.string(),
  size: z.number(),
  mediaType: z.string(),
  storageKey: z.string(),
  sha256: z.string(),
})
export type Proof = z.output<typeof proofSchema>

const beginnings: Readonly<Record<ProofKind, string>> = {
  death: 'Proof of death',
  authority: 'Proof of authority',
}

/** A proof's name as Privacy sees it, so that one is told from the other. */
export const proofName = ({ kind, name }: Pick<Proof, 'kind' | 'name'>): string =>
  cleanFileName(`${beginnings[kind]} - ${name}`, [extensionOf(name)])
