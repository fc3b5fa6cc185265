import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { organisationScope } from './audit'

const rowSchema = z.object({
  id: z.bigint(),
  seq: z.number(),
  at: z.date(),
  command: z.string(),
  result: z.string(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  actorRole: z.string().nullable(),
  facts: z.unknown(),
  reference: z.string().nullable(),
})
export type AuditLine = z.output<typeof rowSchema>

export interface AuditFilter {
  /** A request's reference, or `organisation` for what concerns no single request. */
  scope?: string | undefined
  /** Id of the last line that was shown. */
  before?: bigint | undefined
}

const PER_PAGE = 50

/**
 * The audit log, newest first: teams see the requests that they may see, support every request, Privacy and admins
 * everything. Lines hold ids, keys and numbers only.
 */
export async function readAuditLog(
  actor: Actor,
  { scope, before }: AuditFilter,
  db: Database = database(),
): Promise<{ lines: AuditLine[]; next: bigint | null }> {
  if (actor.kind !== 'staff') return { lines: [], next: null }
  const where = [Prisma.sql`true`]
  if (sight[actor.role] === 'own-team')
    where.push(
      Prisma.sql`exists (select from task where task.request_id = entry.scope and task.team = ${actor.role})`,
    )
  else if (actor.role === 'support-engineer') where.push(Prisma.sql`entry.scope <> ${organisationScope}`)
  if (scope === organisationScope) where.push(Prisma.sql`entry.scope = ${organisationScope}`)
  else if (scope)
    where.push(
      Prisma.sql`entry.scope = (select id from request where reference = ${scope.replaceAll('\0', '')})`,
    )
  if (before !== undefined) where.push(Prisma.sql`entry.id < ${before}`)
  const lines = z.array(rowSchema).parse(
    await db.$queryRaw(Prisma.sql`
      select entry.id, entry.seq, entry.at, entry.command, entry.result, entry.actor_kind as "actorKind",
        entry.actor_id as "actorId", entry.actor_role as "actorRole", entry.facts, request.reference
      from audit_entry entry left join request on request.id = entry.scope
      where ${Prisma.join(where, ' and ')}
      order by entry.id desc limit ${PER_PAGE + 1}`),
  )
  const shown = lines.slice(0, PER_PAGE)
  return { lines: shown, next: lines.length > PER_PAGE ? (shown.at(-1)?.id ?? null) : null }
}
