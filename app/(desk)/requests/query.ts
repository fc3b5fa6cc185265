import { type QueueFilter, type QueueView, queueFilterSchema } from '@/lib/core/view/queue-filter'

/** Names of the filter that the page's address may carry. */
const names = ['view', 'state', 'type', 'risk', 'waitingOn', 'assignee', 'due', 'q', 'cursor'] as const

/** A little more than a large screen shows at once; rows are most of what a page costs. */
const ROWS = 30

/**
 * The filter in the page's address; parts that aren't understood are left out, and `odd` says so. Without a view it is what
 * needs us.
 */
export function filterFrom(query: Readonly<Record<string, string | string[] | undefined>>): {
  filter: QueueFilter
  odd: boolean
} {
  const given: Record<string, unknown> = { view: 'needs-us', limit: ROWS }
  for (const name of names) {
    const value = query[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  const parsed = queueFilterSchema.safeParse(given)
  if (parsed.success) return { filter: parsed.data, odd: false }
  for (const issue of parsed.error.issues) delete given[String(issue.path[0])]
  return { filter: queueFilterSchema.parse({ view: 'needs-us', ...given }), odd: true }
}

/** Address of the queue with this filter, from the first row on unless a cursor is given. */
export function queueHref(filter: Partial<QueueFilter> & { view: QueueView }, cursor?: string): string {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = name === 'cursor' ? cursor : filter[name]
    if (typeof value === 'string' && value !== '') query.set(name, value)
  }
  return `/requests?${query}`
}
