import { z } from 'zod'
import type { Actor, StaffActor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { privacyRequest, waitingOns } from '@/lib/core/request/request'
import { ratingLevels } from '@/lib/core/risk/rating'
import {
  cursorText,
  type QueueFilter,
  type QueueView,
  runsBackwards,
  SOON_DAYS,
} from '@/lib/core/view/queue-filter'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import {
  APPEAL_FIRST,
  APPEALED,
  AWAITED,
  ESCALATED,
  needsUs,
  OPEN,
  OWN_FIRST,
  seen,
  UNREAD,
} from './queue-scope'
import { searched } from './search'

const rowSchema = privacyRequest
  .pick({
    id: true,
    reference: true,
    type: true,
    subjectType: true,
    state: true,
    outcome: true,
    receivedAt: true,
    dueOn: true,
    closedAt: true,
    timeZone: true,
    assigneeId: true,
    lawBasis: true,
    username: true,
    name: true,
  })
  .extend({
    waitingOn: z.enum(waitingOns),
    onHold: z.boolean(),
    /** The person wrote something that nobody has read. */
    unread: z.boolean(),
    risk: z.enum(ratingLevels).nullable(),
    appealDueOn: z.date().nullable(),
    /** The date by which the row is listed: of the open appeal or complaint where that is what is due, else of the request. */
    dueAt: z.date(),
    /** Privacy answered a question, and nobody has read it yet. */
    escalationAnsweredAt: z.date().nullable(),
    assignee: z.string().nullable(),
    /** Null, as the other fields that name somebody, for roles that see no personal data. */
    email: z.string().nullable(),
  })
export type QueueRow = z.output<typeof rowSchema>

export interface QueuePage {
  items: QueueRow[]
  /** Cursor of the page after this one, and of the one before it. */
  next: string | null
  previous: string | null
}

const nothing: QueuePage = { items: [], next: null, previous: null }

/**
 * One page of the queue, in one query for any filter: what this actor may see, sorted by due date, by keyset.
 * Roles without personal data get none, and can't search by it either. Anybody but staff sees nothing.
 */
export async function readQueue(
  actor: Actor,
  filter: QueueFilter,
  db: Database = database(),
): Promise<QueuePage> {
  if (actor.kind !== 'staff') return nothing
  const where = [seen(actor), viewed(actor, filter.view), ...narrowed(actor, filter)]
  const downwards = runsBackwards(filter.view) !== Boolean(filter.cursor?.back)
  if (filter.cursor) where.push(beyond(DUE, filter.cursor, downwards))
  const branches = [branch(DUE, where, downwards, filter.limit)]
  const appeals = appealsDue(actor, filter, downwards)
  if (appeals) branches.push(branch(APPEAL_DUE, appeals, downwards, filter.limit))
  const rows = z.array(rowSchema).parse(await db.$queryRaw(select(actor, branches, downwards, filter.limit)))
  return paged(rows, filter)
}

const DUE = Prisma.sql`request.due_on`
const APPEAL_DUE = Prisma.sql`request.appeal_due_on`
const inOrder = (downwards: boolean) => (downwards ? Prisma.sql`desc` : Prisma.sql`asc`)

/** One page by one of the due dates, so that an index of that date answers it. */
const branch = (by: Prisma.Sql, where: Prisma.Sql[], downwards: boolean, limit: number) => Prisma.sql`
  (select request.*, ${by} as due_at from request where ${Prisma.join(where, ' and ')}
    order by ${by} ${inOrder(downwards)}, request.id ${inOrder(downwards)} limit ${limit + 1})`

/** What is due soon or overdue because of an open appeal; null where the filter doesn't ask for what is due. */
function appealsDue(actor: StaffActor, filter: QueueFilter, downwards: boolean): Prisma.Sql[] | null {
  const { view, due, cursor } = filter
  const asked = [view === 'due-soon' || due === 'soon', view === 'overdue' || due === 'overdue']
  if (!asked.includes(true) || !['all', 'due-soon', 'overdue'].includes(view)) return null
  const where = [seen(actor), APPEALED, APPEAL_FIRST, ...narrowed(actor, { ...filter, due: undefined })]
  if (asked[0]) where.push(soon(APPEAL_DUE))
  if (asked[1]) where.push(overdue(APPEAL_DUE))
  if (cursor) where.push(beyond(APPEAL_DUE, cursor, downwards))
  return where
}

function select(actor: StaffActor, branches: Prisma.Sql[], downwards: boolean, limit: number): Prisma.Sql {
  const personal = sight[actor.role] !== 'no-personal-data'
  const order = inOrder(downwards)
  // The page is cut off before the names are joined to it.
  return Prisma.sql`
    select page.id, page.reference, page.type, page.subject_type as "subjectType", page.state, page.outcome,
      page.waiting_on as "waitingOn", page.on_hold as "onHold",
      page.unread_at is not null as unread, page.risk, page.received_at as "receivedAt",
      page.due_on as "dueOn", page.due_at as "dueAt", page.appeal_due_on as "appealDueOn", page.closed_at as "closedAt",
      page.assignee_id as "assigneeId", page.law_basis as "lawBasis",
      page.escalation_answered_at as "escalationAnsweredAt",
      page.time_zone as "timeZone",
      staff.name as assignee,
      case when ${personal} then page.email end as email,
      case when ${personal} then page.username end as username,
      case when ${personal} then page.name end as name
    from (
      select * from (${Prisma.join(branches, ' union all ')}) due
      order by due_at ${order}, id ${order} limit ${limit + 1}) page
    left join staff on staff.id = page.assignee_id
    order by page.due_at ${order}, page.id ${order}`
}

function paged(rows: QueueRow[], { cursor, limit, view: _view }: QueueFilter): QueuePage {
  const back = cursor?.back ?? false
  const more = rows.length > limit
  const items = rows.slice(0, limit)
  if (back) items.reverse()
  const [first, last] = [items[0], items.at(-1)]
  const at = (row: QueueRow, backwards: boolean) =>
    cursorText({ dueOn: row.dueAt, id: row.id, back: backwards })
  return {
    items,
    next: last && (back || more) ? at(last, false) : null,
    previous: first && cursor && (!back || more) ? at(first, true) : null,
  }
}

const beyond = (
  by: Prisma.Sql,
  { dueOn, id }: { dueOn: Date; id: string },
  downwards: boolean,
): Prisma.Sql =>
  downwards
    ? Prisma.sql`(${by}, request.id) < (${dueOn}, ${id})`
    : Prisma.sql`(${by}, request.id) > (${dueOn}, ${id})`

const soon = (by: Prisma.Sql) =>
  Prisma.sql`${by} >= now() and ${by} < now() + make_interval(days => ${SOON_DAYS}::int)`
const overdue = (by: Prisma.Sql) => Prisma.sql`${by} < now()`

function viewed(actor: StaffActor, view: QueueView): Prisma.Sql {
  const views: Record<QueueView, () => Prisma.Sql> = {
    'needs-us': () => needsUs(actor),
    'new-messages': () => UNREAD,
    mine: () => Prisma.sql`${OPEN} and request.assignee_id = ${actor.id}`,
    unassigned: () => Prisma.sql`${OPEN} and request.assignee_id is null`,
    'waiting-on-requester': () => Prisma.sql`${AWAITED} and request.waiting_on = 'requester'`,
    'due-soon': () => Prisma.sql`${OPEN} and ${OWN_FIRST} and ${soon(DUE)}`,
    overdue: () => Prisma.sql`${OPEN} and ${OWN_FIRST} and ${overdue(DUE)}`,
    escalated: () => ESCALATED,
    'on-hold': () => Prisma.sql`${OPEN} and request.on_hold`,
    closed: () => Prisma.sql`request.state = 'closed'`,
    all: () => Prisma.sql`true`,
  }
  return views[view]()
}

function narrowed(actor: StaffActor, filter: QueueFilter): Prisma.Sql[] {
  const { view, state, outcome, type, risk, waitingOn, assignee, due, q } = filter
  const is = runsBackwards(view) ? equal : equalWithin
  const parts: Prisma.Sql[] = []
  if (state) parts.push(is(Prisma.sql`request.state`, state))
  if (outcome) parts.push(Prisma.sql`request.outcome is not null`, is(Prisma.sql`request.outcome`, outcome))
  if (type) parts.push(is(Prisma.sql`request.type`, type))
  if (risk) parts.push(is(Prisma.sql`request.risk`, risk))
  if (waitingOn) parts.push(is(Prisma.sql`request.waiting_on`, waitingOn))
  if (assignee === 'none') parts.push(Prisma.sql`request.assignee_id is null`)
  else if (assignee) parts.push(is(Prisma.sql`request.assignee_id`, assignee === 'me' ? actor.id : assignee))
  if (due) parts.push(dueBy(due))
  if (q) parts.push(searched(actor, q))
  return parts
}

const equal = (column: Prisma.Sql, value: string) => Prisma.sql`${column} = ${value}`

/**
 * The same, in words that no index answers, but whose share of the rows PostgreSQL knows. A working view has an index of its
 * own that leaves out the closed requests; one by due date over everything begins with all that was ever closed, and
 * PostgreSQL, which takes dates and states for unrelated, would read through those first. Were the share unknown, it would
 * take it for tiny, and sort all that the view holds for one page.
 */
const equalWithin = (column: Prisma.Sql, value: string) => Prisma.sql`${column} is not distinct from ${value}`

/**
 * `soon` and `overdue` speak of work; a day means due on it or before, open or not, in the time zone in which the due date was
 * counted. The first condition is for the index: no two zones are further than two days apart.
 */
function dueBy(due: string): Prisma.Sql {
  if (due === 'soon') return Prisma.sql`${OPEN} and ${OWN_FIRST} and ${soon(DUE)}`
  if (due === 'overdue') return Prisma.sql`${OPEN} and ${OWN_FIRST} and ${overdue(DUE)}`
  const zone = env().orgTimeZone
  return Prisma.sql`(request.due_on < ((${due}::date + 3)::timestamp at time zone ${zone})
    and request.due_on < ((${due}::date + 1)::timestamp at time zone coalesce(request.time_zone, ${zone})))`
}
