import { z } from 'zod'
import { proofBeginnings } from '../derived/documents-wanted'
import { cleanFileName, extensionOf } from '../files/file-name'
import type { RequestType } from '../handbook/request-types/request-type'
import type { Acting } from '../request/request'

export const proofKinds = ['death', 'authority'] as const
export type ProofKind = (typeof proofKinds)[number]

/** The proofs that a form takes. */
export const proofKindsFor = (
  type: Pick<RequestType, 'takesProofs'>,
  acting: Acting,
): readonly ProofKind[] => (type.takesProofs ? proofKinds : acting === 'self' ? [] : ['authority'])

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

/** A proof's name as Privacy sees it, so that one is told from the other. */
export const proofName = ({ kind, name }: Pick<Proof, 'kind' | 'name'>): string =>
  cleanFileName(`${proofBeginnings[kind]} - ${name}`, [extensionOf(name)])
