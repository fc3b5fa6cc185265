import type { PrivacyRequest } from '../request/request'

/** Words that a proof's name begins with where it came with the form; see intake/proof.ts. */
export const proofBeginnings = { death: 'Proof of death', authority: 'Proof of authority' } as const
type ProofKind = keyof typeof proofBeginnings

const authorityOfLiving = {
  'authorized-agent': 'A permission to act for them that the person has signed',
  parent: 'A document that shows that you are the parent or the guardian of the child',
  'legal-representative': 'A document that shows that you may act for the person, such as a court’s letter',
} as const

/** What still proves nothing, though each kind of proof is there. */
const another = 'Another document, because what you sent leaves a question open'

/**
 * The documents that are still missing, in words for the requester: what came with the form is not asked for again.
 */
export function documentsWanted(request: Pick<PrivacyRequest, 'actingAs' | 'files'>): string[] {
  const has = (kind: ProofKind) =>
    request.files.some(
      ({ name, purpose, removedAt }) =>
        purpose === 'proof' && !removedAt && name.startsWith(`${proofBeginnings[kind]} - `),
    )
  const { actingAs } = request
  const wanted =
    actingAs === 'self'
      ? [
          ...(has('death') ? [] : ['Proof of the death']),
          ...(has('authority') ? [] : ['Proof that you may act for the person']),
        ]
      : has('authority')
        ? []
        : [authorityOfLiving[actingAs]]
  return wanted.length > 0 ? wanted : [another]
}
