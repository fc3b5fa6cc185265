import { expect, expectTypeOf, test } from 'vitest'
import { lockCommand } from '@/lib/store/audit/audit'
import { databaseNow, transaction } from '@/lib/store/database/client'
import { inTurn } from '@/lib/store/database/one-at-a-time'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { readSetting, writeSetting } from '@/lib/store/settings/settings'
import { testDatabase } from '@/tests/support/database'

const { db, sql } = await testDatabase()
await sql('create table counter (id int primary key, n int not null)')
await sql('grant all on counter to habeas_app')

/** Resolves for both sides once both have arrived; later arrivals pass at once. */
function meeting() {
  let open: () => void = () => undefined
  let arrived = 0
  const met = new Promise<void>(resolve => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived === 2) open()
    return met
  }
}

test('two transactions that lock each other out both succeed in the end', async () => {
  await sql('insert into counter values (1, 0), (2, 0)')
  const meet = meeting()
  const bump = (first: number, second: number) =>
    transaction(
      async tx => {
        await tx.$executeRaw`update counter set n = n + 1 where id = ${first}`
        await meet()
        await tx.$executeRaw`update counter set n = n + 1 where id = ${second}`
      },
      { database: db },
    )
  await Promise.all([bump(1, 2), bump(2, 1)])
  expect(await sql('select n from counter order by id')).toEqual([{ n: 2 }, { n: 2 }])
})

test('serialization failures are tried again', async () => {
  await sql('insert into counter values (3, 0)')
  const meet = meeting()
  const bump = () =>
    transaction(
      async tx => {
        const [row] = await tx.$queryRaw<{ n: number }[]>`select n from counter where id = 3`
        await meet()
        await tx.$executeRaw`update counter set n = ${(row?.n ?? 0) + 1} where id = 3`
      },
      { database: db, isolationLevel: 'Serializable' },
    )
  await Promise.all([bump(), bump()])
  expect(await sql('select n from counter where id = 3')).toEqual([{ n: 2 }])
})

test('what the work itself throws undoes everything and is not tried again', async () => {
  let runs = 0
  const work = transaction(
    async tx => {
      runs += 1
      await tx.$executeRaw`insert into counter values (9, 9)`
      throw new Error('no')
    },
    { database: db },
  )
  await expect(work).rejects.toThrow('no')
  expect(runs).toBe(1)
  expect(await sql('select * from counter where id = 9')).toEqual([])
})

test("the database's time is asked of the database", async () => {
  const [row] = await sql<{ now: Date }>('select clock_timestamp() as now')
  expect(Math.abs((await databaseNow(db)).getTime() - (row?.now.getTime() ?? 0))).toBeLessThan(5000)
})

test('tasks take turns in the order in which they came, also after one that failed', async () => {
  const turn = inTurn()
  const seen: string[] = []
  const task = (name: string) => async () => {
    seen.push(`${name} begins`)
    await Promise.resolve()
    seen.push(`${name} ends`)
    if (name === 'second') throw new Error(name)
    return name
  }
  const results = await Promise.allSettled(['first', 'second', 'third'].map(name => turn(task(name))))
  expect(results).toMatchObject([{ value: 'first' }, { reason: new Error('second') }, { value: 'third' }])
  expect(seen).toEqual(['first', 'second', 'third'].flatMap(name => [`${name} begins`, `${name} ends`]))
})

// Prisma loads them in parallel; the driver warns where one has to wait for another, and a warning fails the test.
test("a row's relations reach a transaction's one connection in turn", async () => {
  await sql(
    `insert into staff (id, email, name, role) values ('robin', 'robin@example.test', 'Robin', 'admin')`,
  )
  const include = { sessions: true, passwords: true, requests: true, tasks: true }
  const robin = await transaction(tx => tx.staff.findUniqueOrThrow({ where: { id: 'robin' }, include }), {
    database: db,
  })
  expect(robin).toMatchObject({ name: 'Robin', sessions: [], passwords: [], requests: [], tasks: [] })
})

test('what the door holds of a transaction asks nothing by itself', async () => {
  expectTypeOf<keyof Tx>().toEqualTypeOf<never>()
  expectTypeOf<Record<never, never>>().not.toExtend<Tx>()
  const held = await inTransaction(async tx => Reflect.ownKeys(tx))
  expect(held).toEqual([])
})

test('what the store is asked with it belongs to one transaction', async () => {
  const commandId = 'locked'
  const work = inTransaction(async tx => {
    await lockCommand(tx, commandId)
    const free = await sql(`select pg_try_advisory_xact_lock(hashtextextended('${commandId}', 7)) as free`)
    await writeSetting(tx, 'unpublished', ['data-access'])
    expect(await readSetting('unpublished', tx)).toEqual(['data-access'])
    expect(await readSetting('unpublished')).toEqual([])
    expect(free).toEqual([{ free: false }])
    throw new Error('undo')
  })
  await expect(work).rejects.toThrow('undo')
  expect(await readSetting('unpublished')).toEqual([])
})
