import { z } from 'zod'
import type { Actor, StaffActor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { COUNTED_TO } from '../queue/queue'

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  type: z.string(),
  requestState: z.enum(['submitted', 'checking', 'verifying', 'processing', 'closed']),
  dueOn: z.date(),
  reason: z.string(),
  question: z.string(),
  checked: z.string(),
  askedAt: z.date(),
  askedById: z.string().nullable(),
  state: z.enum(['open', 'answered', 'returned', 'taken-over']),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
  answeredById: z.string().nullable(),
})
export type EscalationRow = z.output<typeof rowSchema>

export interface EscalationPage {
  items: EscalationRow[]
  next: string | null
}

const PER_PAGE = 50
const none: EscalationPage = { items: [], next: null }

/** Where a page ended: the time and the id of its last row. */
const cursorSchema = z
  .string()
  .regex(/^\d{1,15}_[\w-]{1,64}$/)
  .transform(text => {
    const at = text.indexOf('_')
    return { at: new Date(Number(text.slice(0, at))), id: text.slice(at + 1) }
  })

/** Questions to Privacy: the open ones oldest first, or those that came to an end, the newest first. In one query. */
export async function readEscalations(
  actor: Actor,
  { open, after }: { open: boolean; after?: string | undefined },
  db: Database = database(),
): Promise<EscalationPage> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-escalations')) return none
  const cursor = cursorSchema.safeParse(after).data
  const which = open ? Prisma.sql`one.state = 'open'` : Prisma.sql`one.state <> 'open'`
  const by = open ? Prisma.sql`one.asked_at` : Prisma.sql`one.answered_at`
  const way = open ? Prisma.sql`asc` : Prisma.sql`desc`
  const beyond = !cursor
    ? Prisma.sql`true`
    : open
      ? Prisma.sql`(${by}, one.id) > (${cursor.at}, ${cursor.id})`
      : Prisma.sql`(${by}, one.id) < (${cursor.at}, ${cursor.id})`
  const rows = z.array(rowSchema).parse(
    await db.$queryRaw(Prisma.sql`
      select one.id, request.reference, request.version, request.type, request.state as "requestState",
        request.due_on as "dueOn", one.reason, one.question, one.checked, one.asked_at as "askedAt",
        one.asked_by_id as "askedById", one.state, one.answer, one.answered_at as "answeredAt",
        one.answered_by_id as "answeredById"
      from escalation one join request on request.id = one.request_id
      where ${which} and ${beyond}
      order by ${by} ${way}, one.id ${way} limit ${PER_PAGE + 1}`),
  )
  const items = rows.slice(0, PER_PAGE)
  const last = items.at(-1)
  const time = last && (open ? last.askedAt : last.answeredAt)
  return { items, next: rows.length > PER_PAGE && last && time ? `${time.getTime()}_${last.id}` : null }
}

/** How many questions wait for this person's answer, at most {@link COUNTED_TO}: Privacy answers them. */
export async function countEscalations(actor: StaffActor, db: Database = database()): Promise<number> {
  if (actor.role !== 'privacy') return 0
  const [row] = await db.$queryRaw<{ waiting: number }[]>(Prisma.sql`
    select count(*)::int as waiting
    from (select from escalation where state = 'open' limit ${COUNTED_TO}) counted`)
  return row?.waiting ?? 0
}
