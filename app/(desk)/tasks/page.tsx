import type { Metadata } from 'next'
import { type Query, single } from '@/app/query'
import { TaskTable } from '@/components/task/task-table'
import { DeskButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readTasks } from '@/lib/store/request/tasks'

export const metadata: Metadata = { title: 'My tasks' }

/** Open tasks of this person's team: those given to them, then the others, by due date. */
export default async function TasksPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/tasks', 'see-tasks')
  const given = single((await searchParams).after)
  const cursor = queueFilterSchema.safeParse(given ? { cursor: given } : {}).data?.cursor
  const none = { items: [], next: null }
  const [mine, others] = await Promise.all([
    cursor ? none : readTasks(actor, { mine: true }),
    readTasks(actor, { mine: false, cursor }),
  ])
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  return (
    <>
      <PageHeading title="My tasks" lead="Open tasks of your team, the most pressing first." />
      {mine.items.length > 0 && (
        <section aria-labelledby="mine" className="mb-6">
          <h2 id="mine" className="mb-2 text-lg">
            Given to me
          </h2>
          <TaskTable caption="Tasks given to me" rows={mine.items} {...shown} />
        </section>
      )}
      {mine.items.length > 0 && others.items.length > 0 && <h2 className="mb-2 text-lg">Team</h2>}
      {others.items.length > 0 && <TaskTable caption="Tasks of my team" rows={others.items} {...shown} />}
      {mine.items.length + others.items.length === 0 && (
        <EmptyState icon="list-checks" title="No open tasks">
          Tasks of your team appear here when a request needs them, and the team is mailed.
        </EmptyState>
      )}
      {others.next && (
        <p className="mt-3">
          <DeskButtonLink href={`/tasks?after=${others.next}`} rel="next">
            Later in the list
          </DeskButtonLink>
        </p>
      )}
    </>
  )
}
