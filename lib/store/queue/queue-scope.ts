import type { StaffActor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { Prisma } from '@/prisma/generated/client'

/*
 * Pieces of the queue's WHERE. The predicates in capitals repeat those of the partial indexes word for word
 * (prisma/migrations/0002_queue), as PostgreSQL takes such an index only where it can prove that the query implies it.
 */

export const OPEN = Prisma.sql`request.state in ('checking', 'verifying', 'processing')`
/**
 * With whom it waits for beside it. That the index leaves out those who wait for nobody follows from that; to say it again
 * would make PostgreSQL take the rows for twenty times fewer than they are, and sort them all for one page.
 */
export const AWAITED = Prisma.sql`request.state <> 'submitted'`
/** A question to Privacy is open, in any state. */
export const ESCALATED = Prisma.sql`request.escalated_at is not null`

/** The person wrote something that nobody has read yet, in any state. */
export const UNREAD = Prisma.sql`request.unread_at is not null`

/** An appeal or a complaint is open, in any state; it has a due date of its own. */
export const APPEALED = Prisma.sql`request.appeal_due_on is not null`
/** It is due before the request itself, or the request has ended: what is due then is its answer. */
export const APPEAL_FIRST = Prisma.sql`(request.state = 'closed' or request.appeal_due_on < request.due_on)`
/** The request's own date is what is due. */
export const OWN_FIRST = Prisma.sql`(request.appeal_due_on is null or request.appeal_due_on >= request.due_on)`

/** What this person may see at all. Teams other than support and Privacy see only requests with one of their tasks. */
export function seen(actor: StaffActor): Prisma.Sql {
  if (sight[actor.role] !== 'own-team') return Prisma.sql`true`
  return Prisma.sql`exists (
    select from task where task.request_id = request.id and task.team = ${actor.role})`
}

/** What waits for this person's side: by role, because a support engineer can't do Privacy's part. */
export function needsUs(actor: StaffActor): Prisma.Sql {
  switch (actor.role) {
    case 'support-engineer':
    case 'privacy':
      return actor.role === 'privacy'
        ? Prisma.sql`${AWAITED} and (request.waiting_on = 'privacy' or ${APPEALED})`
        : Prisma.sql`${AWAITED} and request.waiting_on = 'support'`
    case 'admin':
      return Prisma.sql`${AWAITED} and request.waiting_on in ('support', 'privacy', 'team')`
    default:
      return Prisma.sql`${OPEN} and request.id in (
        select task.request_id from task where task.team = ${actor.role} and task.state = 'open')`
  }
}
