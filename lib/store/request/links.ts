import type { Actor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'

/**
 * Requests that were linked to this one, either way, and what they are to it. Teams that see only their own requests get
 * none: the others might not be theirs. The caller has made sure that the actor may see this one.
 */
export async function readLinked(
  actor: Actor,
  requestId: string,
  db: Database = database(),
): Promise<{ reference: string; words: string }[]> {
  if (actor.kind !== 'staff' || sight[actor.role] === 'own-team') return []
  const rows = await db.$queryRaw<{ reference: string; kind: string; outward: boolean }[]>`
    select other.reference, link.kind, link.request_id = ${requestId} as outward
    from request_link link
    join request other on other.id = case when link.request_id = ${requestId} then link.other_id else link.request_id end
    where link.request_id = ${requestId} or link.other_id = ${requestId}
    order by link.created_at limit 50`
  return rows.map(({ reference, kind, outward }) => {
    const words =
      kind === 'follows'
        ? ['the earlier request', 'a later request']
        : ['the original of this one', 'a duplicate of this one']
    return { reference, words: words[outward ? 0 : 1] ?? '' }
  })
}
