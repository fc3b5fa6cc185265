import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Role } from '@/lib/core/people/actor'
import { type QueueFilter, queueFilterSchema, queueViews } from '@/lib/core/view/queue-filter'
import type { Database } from '@/lib/store/database/client'
import { readNavigation } from '@/lib/store/queue/navigation'
import { readQueue } from '@/lib/store/queue/queue'
import { holdsEnded, remindersDue, windowsRunOut } from '@/lib/store/request/due'
import { readTasks } from '@/lib/store/request/tasks'
import { Prisma } from '@/prisma/generated/client'
import { staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { manyRequests } from '@/tests/support/many-requests'

const ROWS = 200_000
const database = await testDatabase()
const { db, sql, url } = database
testEnvironment(url)
await manyRequests(database, ROWS)

const filter = (given: Record<string, string>): QueueFilter => queueFilterSchema.parse(given)

/** A database that remembers what it was asked. */
function listening(): { asked: Prisma.Sql[]; db: Database } {
  const asked: Prisma.Sql[] = []
  const proxy = new Proxy(db, {
    get(target, name, receiver) {
      if (name !== '$queryRaw') throw new Error(`a queue read must be one raw query, not ${String(name)}`)
      return (query: Prisma.Sql | TemplateStringsArray, ...values: unknown[]) => {
        asked.push(query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values))
        return Reflect.get(target, '$queryRaw', receiver).call(target, query, ...values)
      }
    },
  })
  return { asked, db: proxy }
}

interface Node {
  'Node Type': string
  'Relation Name'?: string | undefined
  'Plan Rows': number
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  Plans?: Node[] | undefined
}
const nodeSchema: z.ZodType<Node> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Plan Rows': z.number(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  get Plans() {
    return z.array(nodeSchema).optional()
  },
})
const answerSchema = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })])

const within = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(within)]

/** What grows with every request. */
const BIG = ['request', 'task', 'response_window', 'hold']

/** What the query read, and how much of it went through a sort. */
async function planOf({ text, values }: Prisma.Sql) {
  const answer = answerSchema.parse(await sql(`explain (analyze, format json) ${text}`, values))
  const nodes = within(answer[0]['QUERY PLAN'][0].Plan)
  const big = nodes.filter(node => BIG.includes(node['Relation Name'] ?? ''))
  return {
    /** How many rows of requests the planner expected, at most. */
    expected: Math.max(
      0,
      ...big.filter(node => node['Relation Name'] === 'request').map(node => node['Plan Rows']),
    ),
    whole: big.filter(node => node['Node Type'] === 'Seq Scan').map(node => node['Relation Name']),
    read: big.reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
  }
}

/** One in a hundred requests is open; reading all of those is the most that a view may do. */
const MOST_READ = (ROWS / 100) * 3

async function expectByIndex(read: (db: Database) => Promise<unknown>, most = MOST_READ) {
  const listener = listening()
  await read(listener.db)
  expect(listener.asked, 'queries').toHaveLength(1)
  for (const query of listener.asked) {
    const { whole, read: rows } = await planOf(query)
    expect(whole, `read from end to end by\n${query.sql}`).toEqual([])
    expect(rows, `rows read by\n${query.sql}`).toBeLessThan(most)
  }
}

const roles: Role[] = [
  'support-engineer',
  'privacy',
  'support-readiness',
  'console-engineer',
  'forum-admin',
  'admin',
]

for (const role of roles) {
  test.each([...queueViews])(`%s for ${role}: one query, by index`, async view => {
    await expectByIndex(read => readQueue(staffOf(role), filter({ view }), read))
  })
}

const narrow: Record<string, string>[] = [
  { q: 'PR-C4CA' },
  { q: 'c4ca4238' },
  { q: 'user777' },
  { q: 'user100@' },
  { q: 'c4ca4238a0b923820dcc509a6f75849b@people.example' },
  { type: 'enterprise-deletion' },
  { state: 'checking' },
  { state: 'submitted' },
  { risk: 'high' },
  { assignee: 'none' },
  { assignee: 'me' },
  { waitingOn: 'privacy' },
  { due: 'soon' },
  { due: '2020-01-01' },
  { outcome: 'refused' },
  { view: 'needs-us', type: 'enterprise-deletion', risk: 'low' },
  { view: 'unassigned', state: 'verifying' },
  { view: 'needs-us', risk: 'high' },
  { view: 'needs-us', assignee: 'me' },
  { view: 'needs-us', state: 'closed' },
  { view: 'on-hold', risk: 'low' },
  // Everybody's name begins like this, and a sixteenth of the addresses like that.
  { q: 'use' },
  { q: 'pr-' },
  { q: 'PR-C' },
  { view: 'closed', q: 'user1' },
]
test.each(narrow)('narrowed by %o: one query, by index', async given => {
  await expectByIndex(read => readQueue(staffOf('support-engineer', 'sam'), filter(given), read))
})

test('what a search by the beginning of a text expects is off by a five-hundredth of all requests at most', async () => {
  const columns = ['reference', 'email_key', 'requester_key', 'username_key']
  const known = await sql<{ column: string; steps: number }>(
    `select attname as column, cardinality(histogram_bounds::text::text[]) - 1 as steps
     from pg_stats where tablename = 'request' and attname = any($1)`,
    [columns],
  )
  expect(known.toSorted((a, b) => columns.indexOf(a.column) - columns.indexOf(b.column))).toEqual(
    columns.map(column => ({ column, steps: 500 })),
  )
})

test.each(['closed', 'all', 'needs-us', 'waiting-on-requester'])(
  'a page far down %s costs no more than the first',
  async view => {
    const support = staffOf('support-engineer', 'sam')
    const cursor = (await readQueue(support, filter({ view, limit: '100' }))).next ?? ''
    await expectByIndex(read => readQueue(support, filter({ view, cursor }), read), 300)
  },
)

test('of a working view the planner knows how many a filter leaves', async () => {
  const listener = listening()
  await readQueue(staffOf('support-engineer', 'sam'), filter({ view: 'needs-us', risk: 'low' }), listener.db)
  const [query] = listener.asked
  if (!query) throw new Error('nothing was asked')
  const [row] = await sql<{ left: number }>(
    `select count(*)::int as left from request
      where state <> 'submitted' and waiting_on = 'support' and risk = 'low'`,
  )
  const left = row?.left ?? 0
  expect(left).toBeGreaterThan(100)
  // Taken for almost none, they would all be sorted for one page, which a million requests make slow.
  expect((await planOf(query)).expected).toBeGreaterThan(left / 5)
})

test('the counts beside the navigation stop at a hundred', async () => {
  for (const role of roles) await expectByIndex(read => readNavigation(staffOf(role), read))
  expect(await readNavigation(staffOf('support-engineer', 'sam'))).toMatchObject({ requests: 100 })
})

test('my tasks: one query, by index', async () => {
  for (const mine of [true, false])
    await expectByIndex(read => readTasks(staffOf('support-readiness'), { mine }, read))
})

test('what the clock looks for: the open ones by index, not all that ever ended', async () => {
  await sql(`insert into response_window (id, request_id, reason, days, opens_at, ends_at, remind_at, closed_at)
    select 'w' || id, id, 'verification', 7, received_at, received_at + interval '8 days', received_at + interval '6 days', closed_at
    from request where state in ('closed', 'verifying')`)
  await sql(`insert into hold (id, request_id, reason, placed_at, placed_by, until, released_at)
    select 'h' || id, id, 'subscription', received_at, 'system', received_at + interval '8 days', closed_at from request
    where state in ('closed', 'processing')`)
  await sql('analyze')
  for (const due of [windowsRunOut, remindersDue, holdsEnded]) await expectByIndex(read => due(system, read))
})
