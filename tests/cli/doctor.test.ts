import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '@/lib/cli/doctor'
import { testDatabase } from '@/tests/support/database'

const { db, sql, url } = await testDatabase()
// A client that only tests the port hangs up in the middle of the greeting.
const smtp = createServer(socket => socket.on('error', () => undefined).end('220 here\r\n'))

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1')
  await once(smtp, 'listening')
  const address = smtp.address()
  Object.assign(process.env, {
    DATABASE_URL: url,
    HABEAS_DATA_DIR: `/tmp/habeas-test-${randomUUID()}`,
    HABEAS_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    SMTP_URL: `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
  })
})
afterAll(() => {
  smtp.close()
})

async function doctor(): Promise<{ code: number; trouble: string[] }> {
  const lines: string[] = []
  const write = (text: string) => void lines.push(text)
  const code = await run([], { out: write, err: write, isTTY: false })
  return { code, trouble: lines.filter(line => line.startsWith('TROUBLE')) }
}

test('without a worker there is trouble, with one there is none', async () => {
  expect(await doctor()).toEqual({ code: 1, trouble: ['TROUBLE no worker is running'] })
  await sql("insert into worker_beat (id, seen_at) values ('w', clock_timestamp())")
  expect(await doctor()).toEqual({ code: 0, trouble: [] })
})

test('it tells of mail that didn’t arrive, to our own addresses and to others', async () => {
  await sql(`insert into outbox (id, kind, mail_id, recipient, state, settled_at) values
    ('1', 'task-opened', '1', 'privacy@corp.test', 'bounced', now()), ('2', 'complaint-answered', '2', 'robin@people.test', 'uncertain', now())`)
  await sql(`insert into usage_ping (id, recorded_at, document, state) values ('p', now(), '{}', 'failed')`)
  const lines: string[] = []
  const write = (text: string) => void lines.push(text)
  expect(await run([], { out: write, err: write, isTTY: false })).toBe(1)
  const said = lines.join('\n')
  expect(said).toContain('TROUBLE mail to 1 of our own addresses comes back')
  expect(said).toContain('note    mail that didn’t arrive: 1 complaint-answered, 1 task-opened')
  expect(said).toContain('note    the last Service Ping was not taken')
  expect(said).not.toContain('@')
  await sql('delete from outbox')
})

test('it tells of demo people, lost migrations, parked jobs and a silent mail server', async () => {
  await db.staff.create({
    data: { id: 'd', email: 'd@habeas.example', name: 'D', role: 'admin', demo: true },
  })
  await sql("select graphile_worker.add_job('nothing', '{}'::json, max_attempts => 1)")
  await sql('update graphile_worker._private_jobs set attempts = 1')
  await sql(`insert into due_try (sweep, key, attempts, problem, first_at, last_at, next_try_at)
    values ('windows', 'parked', 10, 'TypeError', now(), now(), now()), ('windows', 'not yet', 9, 'TypeError', now(), now(), now())`)
  await sql('update _prisma_migrations set rolled_back_at = now()')
  smtp.close()
  const { code, trouble } = await doctor()
  expect(code).toBe(1)
  expect(trouble.join('\n')).toMatch(
    /migrations are missing.*\n.*demo people.*\n.*1 jobs are parked.*\n.*1 due things keep failing.*\n.*mail server does not answer/,
  )
})
