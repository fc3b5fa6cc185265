import type { PrivacyRequest } from '../request/request'

/**
 * Whether a request ended as refused while the account's own mailbox objected to it: its requester is then most likely somebody
 * else, so every way in to it is closed. They can still complain, by the page that needs no request.
 */
export const isShutOut = ({ outcome, closedAt, holds }: PrivacyRequest): boolean =>
  (outcome === 'refused' || outcome === 'no-authority') &&
  closedAt !== null &&
  holds.some(
    ({ reason, releasedBy, releasedAt }) =>
      reason === 'objection' && releasedBy === 'system' && releasedAt?.getTime() === closedAt.getTime(),
  )
