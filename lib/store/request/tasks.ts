import { z } from 'zod'
import type { Actor, StaffActor } from '@/lib/core/people/actor'
import { isTeam } from '@/lib/core/people/permissions'
import { privacyRequest } from '@/lib/core/request/request'
import { task } from '@/lib/core/request/task'
import { cursorText, type QueueCursor } from '@/lib/core/view/queue-filter'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { OPEN } from '../queue/queue-scope'

const rowSchema = z.object({
  ...task.pick({ id: true, name: true, openedAt: true }).shape,
  ...privacyRequest.pick({ reference: true, type: true, state: true, dueOn: true, timeZone: true }).shape,
  onHold: z.boolean(),
  mine: z.boolean(),
  assignee: z.string().nullable(),
  stepsDone: z.number(),
  steps: z.number(),
})
export type TaskRow = z.output<typeof rowSchema>

export interface TaskPage {
  items: TaskRow[]
  next: string | null
}

const PER_PAGE = 50

const open = (actor: StaffActor) => Prisma.sql`task.team = ${actor.role} and task.state = 'open'`

/**
 * Open tasks of this person's team by due date, in one query: those given to them (`mine`), or everybody else's. Open
 * tasks are few however old the installation is, and so are the requests that can have one, which the query says so that
 * PostgreSQL never starts from all that ever closed.
 */
export async function readTasks(
  actor: Actor,
  { mine, cursor }: { mine: boolean; cursor?: QueueCursor | undefined },
  db: Database = database(),
): Promise<TaskPage> {
  if (actor.kind !== 'staff' || !isTeam(actor.role)) return { items: [], next: null }
  const whose = mine
    ? Prisma.sql`task.assignee_id = ${actor.id}`
    : Prisma.sql`task.assignee_id is distinct from ${actor.id}`
  const after = cursor
    ? Prisma.sql`(request.due_on, task.id) > (${cursor.dueOn}, ${cursor.id})`
    : Prisma.sql`true`
  const rows = z.array(rowSchema).parse(
    await db.$queryRaw(Prisma.sql`
      select page.*, staff.name as assignee,
        (select count(*)::int from task_step where task_step.task_id = page.id) as steps,
        (select count(*)::int from task_step where task_step.task_id = page.id and done_at is not null) as "stepsDone"
      from (
        select task.id, task.name, request.reference, request.type, request.state, request.on_hold as "onHold",
          task.assignee_id is not distinct from ${actor.id} as mine, task.assignee_id, task.opened_at as "openedAt",
          request.due_on as "dueOn", request.time_zone as "timeZone"
        from task join request on request.id = task.request_id
        where ${open(actor)} and ${OPEN} and ${whose} and ${after}
        order by request.due_on, task.id limit ${PER_PAGE + 1}) page
      left join staff on staff.id = page.assignee_id
      order by page."dueOn", page.id`),
  )
  const items = rows.slice(0, PER_PAGE)
  const last = items.at(-1)
  const more = rows.length > PER_PAGE && last
  return { items, next: more ? cursorText({ dueOn: last.dueOn, id: last.id, back: false }) : null }
}
