import { comesBefore, earlierOfRequester } from '../request/current'
import { referenceFrom } from '../request/reference'
import { siblingsOf } from '../request/related'
import type { PrivacyRequest, State } from '../request/request'
import type { Context, Decision } from './decision'
import { refuse } from './decision'
import { Draft } from './draft'

/** The states in which a request can turn out to repeat an earlier one. */
export const duplicateFrom: readonly State[] = ['checking', 'verifying', 'processing']

/**
 * Closes the request as a duplicate of its original and tells the person.
 * @param of the original's reference; without it, the oldest original
 */
export function markedDuplicate(
  request: PrivacyRequest,
  of: string | undefined,
  context: Context,
  edited?: { subject?: string | undefined; body?: string | undefined },
): Decision {
  if (!duplicateFrom.includes(request.state)) return refuse('illegal-state')
  const originals = earlierOfRequester(request)
  const original = of ? originals.find(original => original.reference === referenceFrom(of)) : originals[0]
  if (!original) return refuse(isOfAnother(request, of) ? 'another-requester' : 'not-a-duplicate')
  // Half of it would stay undone, and the earlier request would find the account gone.
  if (request.erasureBegunAt) return refuse('erasure-begun')
  const link = { id: context.newId(), otherId: original.id, kind: 'duplicate-of' as const }
  return new Draft(request, context)
    .set({ links: [...request.links, link] })
    .fact({ duplicateOf: original.reference })
    .sendMessage('duplicate-request', { variables: { original_reference: original.reference }, edited })
    .close('duplicate')
    .done()
}

/** The request that was meant is somebody else's. */
const isOfAnother = (request: PrivacyRequest, of: string | undefined): boolean =>
  siblingsOf(request).some(
    sibling =>
      !sibling.sameRequester &&
      (of ? sibling.reference === referenceFrom(of) : comesBefore(sibling, request)),
  )
