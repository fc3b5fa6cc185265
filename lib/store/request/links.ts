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
  const rows = await db.requestLink.findMany({
    where: { OR: [{ requestId }, { otherId: requestId }] },
    select: {
      requestId: true,
      kind: true,
      request: { select: { reference: true } },
      other: { select: { reference: true } },
    },
    orderBy: { createdAt: 'asc' },
    take: 50,
  })
  return rows.map(({ requestId: from, kind, request, other }) => {
    const outward = from === requestId
    const words =
      kind === 'follows'
        ? ['the earlier request', 'a later request']
        : ['the original of this one', 'a duplicate of this one']
    return { reference: outward ? other.reference : request.reference, words: words[outward ? 0 : 1] ?? '' }
  })
}
