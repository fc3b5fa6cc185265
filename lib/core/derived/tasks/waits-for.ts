import { requestTypes } from '../../handbook/request-types/index'
import { taskPlans } from '../../handbook/tasks/index'
import { openRelated, type RelatedRequest } from '../../request/related'
import type { PrivacyRequest } from '../../request/request'

type Related = Pick<PrivacyRequest, 'type' | 'related'>

/** Ends with files handed over to the person: an access or an export. */
export const handsOver = (type: string): boolean =>
  requestTypes.get(type)?.tasks.some(({ key }) => taskPlans.get(key)?.handsOver !== undefined) ?? false

/** Destroys something; a type's key says so. */
export const destroys = (type: string): boolean => type.endsWith('-deletion')

/**
 * The open access or export for the same account that a deletion waits for before its first destructive step, the oldest; none
 * where a person decided to go ahead, or once the deletion has begun.
 */
export function waitsFor(
  request: Pick<PrivacyRequest, 'type' | 'related' | 'erasureBegunAt' | 'proceedsDespite'>,
): RelatedRequest | undefined {
  if (request.erasureBegunAt || !destroys(request.type)) return undefined
  return openRelated(request).find(({ id, type }) => handsOver(type) && !request.proceedsDespite.includes(id))
}

/** The deletion that took the account away while this access or export was open; what it was to show is gone. */
export const deletedMeanwhile = (request: Related & { receivedAt: Date }): RelatedRequest | undefined =>
  handsOver(request.type)
    ? request.related.find(
        ({ type, outcome, closedAt }) =>
          requestTypes.get(type)?.mainTask.erasesAccount &&
          (outcome === 'fulfilled' || outcome === 'already-deleted') &&
          closedAt !== null &&
          closedAt >= request.receivedAt,
      )
    : undefined
