import { expect, test } from 'vitest'
import { migrate } from '@/lib/store/database/migrate'
import { pendingSql } from '@/lib/store/database/migrations'
import { testDatabase } from '@/tests/support/database'

const { db, sql, url } = await testDatabase()

test('the migrations lead to exactly the schema', async () => {
  expect(await pendingSql(url)).toMatch(/^\s*(-- This is an empty migration\.)?\s*$/)
})

test('migrating again changes nothing', async () => {
  expect(await migrate(url)).toEqual({ applied: [], roleReady: true })
})

test('the product works as its own role', async () => {
  const [row] = await db.$queryRaw<{ current_user: string }[]>`select current_user`
  expect(row).toEqual({ current_user: 'habeas_app' })
})

test('the product can neither change nor remove audit rows', async () => {
  for (const statement of [
    "update audit_entry set command = ''",
    'delete from audit_entry',
    'truncate audit_entry',
  ]) {
    await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/permission denied/)
  }
})

test('not even the owner changes audit rows by accident', async () => {
  await db.auditEntry.create({
    data: {
      scope: 'test',
      seq: 1,
      at: new Date(0),
      commandId: 'one',
      command: 'test',
      actorKind: 'system',
      result: 'done',
      facts: {},
      prevHash: '',
      hash: 'h',
    },
  })
  await expect(sql("update audit_entry set command = 'other'")).rejects.toThrow()
  await expect(sql('delete from audit_entry')).rejects.toThrow()
})

test('the product enqueues jobs in its own transaction', async () => {
  await db.$transaction(async tx => {
    await tx.$executeRaw`select graphile_worker.add_job('nothing', '{}'::json)`
  })
  expect(await sql('select task_identifier from graphile_worker.jobs')).toEqual([
    { task_identifier: 'nothing' },
  ])
})
