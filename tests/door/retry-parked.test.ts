import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { retryDue } from '@/lib/door/due/retry-parked'
import { employ, staffOf } from '@/tests/factories/staff'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)
await employ(sql)

test('what is parked is tried again once, however often the button is pressed, and the audit log says who', async () => {
  await sql(
    `insert into due_try (sweep, key, attempts, problem, first_at, last_at, next_try_at)
     values ('windows', 'w1', 10, 'TypeError', now(), now(), now() + interval '6 hours')`,
  )
  const id = randomUUID()
  const retry = (commandId: string) => retryDue(staffOf('privacy', 'priya'), 'windows', 'w1', commandId)
  expect(await Promise.all([retry(id), retry(id)])).toEqual([{ ok: true }, { ok: true }])
  expect(await retry(randomUUID())).toMatchObject({ ok: false, reason: 'not-found' })
  expect(await db.auditEntry.findMany({ where: { command: 'retry-due' } })).toMatchObject([
    { commandId: id, actorId: 'priya', facts: { sweep: 'windows', due: 'w1' } },
  ])
})
