import { expect, test } from 'vitest'
import { connect, transaction } from '@/lib/store/database/client'
import { troubleOf } from '@/lib/trouble'
import { testDatabase } from '../support/database'

const { db, sql, url } = await testDatabase()

const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  )

test('a full disk of the database is told from a fault of ours, in a query and in a transaction', async () => {
  const full = `do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`
  expect(troubleOf(await failed(db.$executeRawUnsafe(full)))).toBe('no-room')
  expect(troubleOf(await failed(transaction(tx => tx.$executeRawUnsafe(full), { database: db })))).toBe(
    'no-room',
  )
  await sql(`create function full_disk() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
  await sql('create trigger full_disk before insert on staff for each row execute function full_disk()')
  const row = { id: 'a', email: 'a@staff.example', name: 'A', role: 'privacy' }
  expect(troubleOf(await failed(db.staff.create({ data: row })))).toBe('no-room')
  await sql('drop trigger full_disk on staff')
})

test('a lock that isn’t given and a statement that is cut off are told', async () => {
  const slow = db.$transaction(async tx => {
    await tx.$executeRawUnsafe(`set local statement_timeout = '20ms'`)
    await tx.$executeRawUnsafe('select pg_sleep(60)')
  })
  expect(troubleOf(await failed(slow))).toBe('not-now')
  await db.$transaction(async held => {
    await held.$executeRawUnsafe('lock table staff in access exclusive mode')
    const waiting = db.$transaction(async tx => {
      await tx.$executeRawUnsafe(`set local lock_timeout = '20ms'`)
      await tx.staff.count()
    })
    expect(troubleOf(await failed(waiting))).toBe('not-now')
  })
})

test('a database that is away, or has no connection left, is told', async () => {
  const away = new URL(url)
  away.port = '1'
  const nobody = connect(away.href)
  expect(troubleOf(await failed(nobody.staff.count()))).toBe('not-now')
  const missing = new URL(url)
  missing.searchParams.set('sslmode', 'disable')
  await sql(`alter database ${missing.pathname.slice(1)} connection limit 0`)
  const role = `alone_${missing.pathname.slice(3, 12)}`
  await sql(`create role ${role} login password 'x'`)
  missing.username = role
  missing.password = 'x'
  const full = connect(missing.href)
  expect(troubleOf(await failed(full.staff.count()))).toBe('not-now')
  await sql(`alter database ${missing.pathname.slice(1)} connection limit -1`)
  await sql(`drop role ${role}`)
})

test('a connection that an operator ends is told', async () => {
  const ended = db.$transaction(async tx => {
    const rows = await tx.$queryRawUnsafe<{ pid: number }[]>('select pg_backend_pid() as pid')
    await sql('select pg_terminate_backend($1)', [rows[0]?.pid])
    await tx.staff.count()
  })
  expect(troubleOf(await failed(ended))).toBe('not-now')
})

test('a rule of the database that says no is a fault of ours', async () => {
  expect(troubleOf(await failed(db.$executeRawUnsafe('select 1/0')))).toBeNull()
  expect(troubleOf(await failed(db.staff.findUniqueOrThrow({ where: { id: 'nobody' } })))).toBeNull()
})
