import type { Metadata } from 'next'
import type { Query } from '@/app/query'
import { QueueFilters } from '@/components/request/queue/queue-filters'
import { QueueSearch } from '@/components/request/queue/queue-search'
import { QueueTable } from '@/components/request/queue/queue-table'
import { DeskButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import { systemClock } from '@/lib/clock'
import { can, sight, supportAndPrivacy } from '@/lib/core/people/permissions'
import { queueViews, runsBackwards } from '@/lib/core/view/queue-filter'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readQueue } from '@/lib/store/queue/queue'
import { listColleagues } from '@/lib/store/staff/staff'
import { filterFrom, queueHref } from './query'
import { viewWords } from './views'

export const metadata: Metadata = { title: 'Incoming Requests' }

/** Incoming Requests: what waits for whom, the most pressing first. */
export default async function RequestsPage({ searchParams }: { searchParams: Query }) {
  const { filter, odd } = filterFrom(await searchParams)
  const { actor } = await requireStaff(queueHref(filter), 'see-queue')
  const [page, colleagues] = await Promise.all([
    readQueue(actor, filter),
    listColleagues(actor, supportAndPrivacy),
  ])
  const personal = sight[actor.role] !== 'no-personal-data'
  const { label, empty, would } = viewWords[filter.view]
  const narrowed = Boolean(filter.q || filter.type || filter.state || filter.risk || filter.assignee)
  const tabs = queueViews.map(view => ({
    href: queueHref({ view }),
    label: viewWords[view].label,
    current: view === filter.view,
  }))
  return (
    <>
      <PageHeading
        title="Incoming Requests"
        actions={
          <>
            <QueueSearch q={filter.q} personal={personal} />
            {can(actor.role, 'open-request') && (
              <DeskButtonLink href="/requests/new" icon="plus">
                Open a request
              </DeskButtonLink>
            )}
          </>
        }
      />
      <Tabs label="Views" tabs={tabs} />
      <div className="my-3">
        <QueueFilters filter={filter} colleagues={colleagues} clearHref={queueHref({ view: filter.view })} />
      </div>
      {odd && (
        <div className="mb-3">
          <Notice kind="warning">Part of the address wasn’t understood and was left out.</Notice>
        </div>
      )}
      {page.items.length > 0 ? (
        <QueueTable
          rows={page.items}
          tab={sight[actor.role] === 'own-team' ? 'status' : 'details'}
          personal={personal}
          sort={runsBackwards(filter.view) ? 'descending' : 'ascending'}
          now={systemClock.now()}
          timeZone={env().orgTimeZone}
        />
      ) : narrowed || filter.cursor ? (
        <EmptyState icon="search" title="Nothing matches">
          {filter.q
            ? 'The search takes a whole reference, email or username, or at least its first three letters.'
            : `No request in “${label}” has all that was chosen. Clear the filter to see the others.`}
        </EmptyState>
      ) : (
        <EmptyState title={empty}>{would}</EmptyState>
      )}
      {(page.previous || page.next) && (
        <nav aria-label="Pages" className="mt-3 flex justify-between gap-2">
          <span>
            {page.previous && (
              <DeskButtonLink href={queueHref(filter, page.previous)} rel="prev" icon="chevron-left">
                Earlier in the list
              </DeskButtonLink>
            )}
          </span>
          {page.next && (
            <DeskButtonLink href={queueHref(filter, page.next)} rel="next">
              Later in the list
            </DeskButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
