import { expect, test } from 'vitest'
import { publicActor, requesterActor } from '@/lib/core/people/make-actor'
import { type QueueFilter, queueFilterSchema } from '@/lib/core/view/queue-filter'
import { consume, giveBack } from '@/lib/store/database/limits'
import { readQueue } from '@/lib/store/queue/queue'
import { staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { manyRequests } from '@/tests/support/many-requests'

const database = await testDatabase()
testEnvironment(database.url)
await manyRequests(database, 3000)

const support = staffOf('support-engineer', 'sam')
const filter = (given: Record<string, string>): QueueFilter => queueFilterSchema.parse(given)
const read = (given: Record<string, string>, actor = support) => readQueue(actor, filter(given))

test('pages follow each other without a gap or a row twice, there and back', async () => {
  const there: string[] = []
  let cursor: string | undefined
  let last: Awaited<ReturnType<typeof read>>
  do {
    last = await read({ view: 'all', limit: '100', ...(cursor && { cursor }) })
    there.push(...last.items.map(row => row.id))
    cursor = last.next ?? undefined
  } while (cursor)
  expect(there).toHaveLength(3000)
  expect(new Set(there).size).toBe(3000)
  const back: string[] = last.items.map(row => row.id)
  for (let before = last.previous; before; ) {
    const page = await read({ view: 'all', limit: '100', cursor: before })
    back.unshift(...page.items.map(row => row.id))
    before = page.previous
  }
  expect(back).toEqual(there)
})

test('working views run from the most pressing on, closed and all from the newest back', async () => {
  const times = async (view: string) => (await read({ view, limit: '100' })).items.map(row => +row.dueOn)
  expect(await times('unassigned')).toEqual((await times('unassigned')).toSorted((a, b) => a - b))
  expect(await times('closed')).toEqual((await times('closed')).toSorted((a, b) => b - a))
})

test('unconfirmed requests are on no working view, and in all', async () => {
  for (const view of [
    'needs-us',
    'mine',
    'unassigned',
    'waiting-on-requester',
    'due-soon',
    'overdue',
    'on-hold',
  ])
    expect((await read({ view, limit: '100' })).items.filter(row => row.state === 'submitted')).toEqual([])
  expect((await read({ state: 'submitted' })).items.length).toBe(3)
})

test.each([
  ['a whole address', (row: { email: string | null }) => row.email],
  [
    'an address in capitals with space around',
    (row: { email: string | null }) => ` ${row.email?.toUpperCase()} `,
  ],
  ['the beginning of an address', (row: { email: string | null }) => row.email?.slice(0, 14)],
  ['a username', (row: { username: string | null }) => row.username],
  ['a username with @', (row: { username: string | null }) => `@${row.username}`],
  ['a reference', (row: { reference: string }) => row.reference],
  ['a reference in small letters', (row: { reference: string }) => row.reference.toLowerCase()],
])('%s finds its request', async (_what, text) => {
  const [row] = (await read({ view: 'closed' })).items
  if (!row) throw new Error('nothing closed')
  const found = await read({ q: text(row) ?? '', limit: '100' })
  expect(found.items.map(item => item.id)).toContain(row.id)
  const asked = (text(row) ?? '').trim().toLowerCase().replace('@user', 'user')
  for (const { reference, email, username } of found.items)
    expect([reference, email, username].some(text => text?.toLowerCase().startsWith(asked))).toBe(true)
})

test.each(['%', '___', 'us%r1', '\\', 'user\0', "' or 1=1", 'PR-%'])(
  '%j matches nothing but itself',
  async q => {
    expect((await read({ q })).items).toEqual([])
  },
)

test('teams see what has a task of theirs, by any filter', async () => {
  const readiness = staffOf('support-readiness')
  const all: Record<string, string>[] = [
    { view: 'all' },
    { q: 'user' },
    { view: 'closed' },
    { state: 'submitted' },
  ]
  for (const given of all) {
    for (const { id } of (await read({ ...given, limit: '100' }, readiness)).items) {
      const tasks = await database.db.task.count({ where: { requestId: id, team: 'support-readiness' } })
      expect(tasks).toBe(1)
    }
  }
  expect((await read({ view: 'all' }, staffOf('forum-admin'))).items).toEqual([])
})

test('an admin sees no personal data and can’t search by it', async () => {
  const admin = staffOf('admin')
  const { items } = await read({ view: 'all' }, admin)
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(row => row.email === null && row.username === null && row.name === null)).toBe(true)
  expect((await read({ q: 'user777' }, admin)).items).toEqual([])
  expect((await read({ q: 'user777@people.example' }, admin)).items, 'an address').toEqual([])
  const reference = items[0]?.reference ?? ''
  expect((await read({ q: reference }, admin)).items).toHaveLength(1)
})

test('a reference is found as people write it', async () => {
  const priya = staffOf('privacy')
  const reference = 'PR-DTNK-SQ4W'
  await database.sql(`update request set reference = $1 where id = (select max(id) from request)`, [
    reference,
  ])
  for (const written of [
    reference.replaceAll('-', ''),
    reference.slice(3).toLowerCase(),
    reference.replaceAll('-', ' '),
  ])
    expect(
      (await read({ q: written }, priya)).items.map(row => row.reference),
      written,
    ).toContain(reference)
})

test('anybody but staff sees nothing', async () => {
  for (const actor of [publicActor(), system, requesterActor('r1')] as const)
    expect((await readQueue(actor, filter({ view: 'all' }))).items).toEqual([])
})

test.each(['x', 'bm90LWEtY3Vyc29y', '%%%', 'W10', 'a'.repeat(400)])('%s is no cursor', cursor => {
  expect(queueFilterSchema.safeParse({ cursor }).success).toBe(false)
})

test('a limit counts for everybody at once, and starts anew after its window', async () => {
  const tries = await Promise.all(Array.from({ length: 30 }, () => consume('door', 10, 60)))
  expect(tries.filter(attempt => attempt.ok)).toHaveLength(10)
  expect(tries.find(attempt => !attempt.ok)?.retryAfterSeconds).toBeGreaterThan(50)
  await database.sql('update rate_limit set expire = 0')
  expect(await consume('door', 10, 60)).toEqual({ ok: true, retryAfterSeconds: 0 })
})

test('a use given back can be taken again, and the table knows no names', async () => {
  expect((await consume('mail:robin@people.example', 1, 60)).ok).toBe(true)
  await giveBack('mail:robin@people.example')
  expect((await consume('mail:robin@people.example', 1, 60)).ok).toBe(true)
  const rows = await database.sql<{ key: string }>('select key from rate_limit')
  expect(rows.map(row => row.key).join()).not.toContain('robin')
})
