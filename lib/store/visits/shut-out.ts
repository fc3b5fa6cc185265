import { Prisma } from '@/prisma/generated/client'

/**
 * Of a row of `request` in the same query: whether it was refused over an objection from the account's own mailbox, as
 * `isShutOut` says of one that was read.
 */
export const shutOut = Prisma.sql`(request.outcome in ('refused', 'no-authority') and exists (
  select from hold where hold.request_id = request.id and hold.reason = 'objection'
    and hold.released_by = 'system' and hold.released_at = request.closed_at))`
