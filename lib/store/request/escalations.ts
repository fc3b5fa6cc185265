import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { escalation } from '@/lib/core/request/proceedings'
import { privacyRequest } from '@/lib/core/request/request'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { timeCursor, timeCursorText } from '../database/time-cursor'

const rowSchema = escalation.extend({
  reference: privacyRequest.shape.reference,
  version: privacyRequest.shape.version,
  type: privacyRequest.shape.type,
  requestState: privacyRequest.shape.state,
  dueOn: privacyRequest.shape.dueOn,
  timeZone: privacyRequest.shape.timeZone,
})
export type EscalationRow = z.output<typeof rowSchema>

export interface EscalationPage {
  items: EscalationRow[]
  next: string | null
}

const PER_PAGE = 50
const none: EscalationPage = { items: [], next: null }

/** Questions to Privacy: the open ones oldest first, or those that came to an end, the newest first. In one query. */
export async function readEscalations(
  actor: Actor,
  { open, after }: { open: boolean; after?: string | undefined },
  db: Database = database(),
): Promise<EscalationPage> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-escalations')) return none
  const cursor = timeCursor.safeParse(after).data
  const which = open ? Prisma.sql`escalation.state = 'open'` : Prisma.sql`escalation.state <> 'open'`
  const by = open ? Prisma.sql`escalation.asked_at` : Prisma.sql`escalation.answered_at`
  const way = open ? Prisma.sql`asc` : Prisma.sql`desc`
  const beyond = !cursor
    ? Prisma.sql`true`
    : open
      ? Prisma.sql`(${by}, escalation.id) > (${cursor.at}, ${cursor.id})`
      : Prisma.sql`(${by}, escalation.id) < (${cursor.at}, ${cursor.id})`
  const rows = z.array(rowSchema).parse(
    await db.$queryRaw(Prisma.sql`
      select escalation.id, request.reference, request.version, request.type, request.state as "requestState",
        request.due_on as "dueOn", request.time_zone as "timeZone", escalation.reason, escalation.question, escalation.checked, escalation.asked_at as "askedAt",
        escalation.asked_by_id as "askedById", escalation.state, escalation.answer, escalation.answered_at as "answeredAt",
        escalation.answered_by_id as "answeredById", escalation.issue, escalation.read_at as "readAt"
      from escalation join request on request.id = escalation.request_id
      where ${which} and ${beyond}
      order by ${by} ${way}, escalation.id ${way} limit ${PER_PAGE + 1}`),
  )
  const items = rows.slice(0, PER_PAGE)
  const last = items.at(-1)
  const time = last && (open ? last.askedAt : last.answeredAt)
  return { items, next: rows.length > PER_PAGE && last && time ? timeCursorText(time, last.id) : null }
}
