import { createHmac } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { deriveKey } from '@/lib/secrets'
import { anAuditLog } from '@/tests/factories/audit-log'

const log = await anAuditLog()
const { append, appendSigned, sign, verify, asOwner, file, lines, write } = log

beforeEach(async () => {
  await asOwner('drop table if exists saved')
  await asOwner('truncate audit_entry, audit_head, audit_checkpoint')
  await rm(file, { force: true })
  await appendSigned('log', 3)
  await log.sql('create table saved as select mac from audit_head')
  await appendSigned('log', 2)
})

describe('a restore', () => {
  /** As a dump of the first three rows would leave it. */
  const restore = async () => {
    await asOwner(`delete from audit_entry where seq > 3`)
    await asOwner('delete from audit_checkpoint where number > 3')
    const [third] = await log.db.auditEntry.findMany({ where: { seq: 3 } })
    await asOwner(
      `update audit_head set seq = 3, hash = $1, mac = (select mac from saved) where scope = 'log'`,
      [third?.hash],
    )
  }
  test('is told in words, with the number of rows that are lost, for as long as nobody accepts it', async () => {
    await restore()
    const told =
      /^FAULT checkpoints: the database does not know 2 that the file has, from number 4 on\. The log is older than its newest checkpoint by at least 2 rows: the database was restored from before .*, or rows were removed$/
    expect((await verify()).faults).toEqual([expect.stringMatching(told)])
    // A restored database gives the same ids again.
    await log.sql(`select setval('audit_entry_id_seq', (select max(id) from audit_entry))`)
    await appendSigned('log', 3)
    expect((await verify()).faults).toEqual([expect.stringMatching(told)])
  })

  test('that is accepted is an entry, and checkpoints go on', async () => {
    await restore()
    await append('log')
    const { code, text } = await verify('--accept-restore')
    expect(code).toBe(0)
    expect(text).toContain('1 times a restore was accepted; checkpoints from before are left aside.')
    expect(await log.db.auditEntry.findFirst({ where: { command: 'accept-restore' } })).toMatchObject({
      actorKind: 'system',
      facts: { continues: 3, leftAside: 2, rowsLost: 2 },
    })
    await appendSigned('log', 2)
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
    await asOwner('delete from audit_entry where seq = 5')
    expect((await verify()).code).toBe(1)
  })

  test('of the file alone can be accepted as well, and what was missing before is no fault again', async () => {
    await rm(file)
    await append('log')
    expect(await verify('--accept-restore')).toMatchObject({ code: 0 })
    await appendSigned('log', 1)
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
    await rm(file)
    expect((await verify()).code).toBe(1)
  })

  test('of a database from before it remembered checkpoints, and a file with unreadable lines, can be accepted', async () => {
    await restore()
    await asOwner('truncate audit_checkpoint')
    const all = await lines()
    await write(['not a checkpoint', ...all.slice(0, 4), 'nor this', ...all.slice(4)])
    expect((await verify()).faults).toHaveLength(3)
    await appendSigned('log', 1)
    expect((await verify()).faults).toHaveLength(3)
    expect(await verify('--accept-restore')).toMatchObject({ code: 0, faults: [] })
    await appendSigned('log', 1)
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
  })

  test('that is accepted accepts no row that was forged or changed', async () => {
    await restore()
    await log.forge('log')
    const { code, faults } = await verify('--accept-restore')
    expect(faults).toContain(
      'FAULT log: row 4 was not written by Habeas: it has no code, as rows before it have',
    )
    expect(code).toBe(1)
  })

  test('where there was none, none is recorded', async () => {
    const { code, text } = await verify('--accept-restore')
    expect(code).toBe(0)
    expect(text).toContain('there is no restore to accept')
    expect(await log.db.auditEntry.count({ where: { command: 'accept-restore' } })).toBe(0)
    expect(await verify('--accept')).toMatchObject({ code: 2 })
  })
})

test('lines from before checkpoints were numbered still count, and the file may not lose them', async () => {
  const [at, rows] = ['2026-11-02T08:15:30.120Z', 3]
  const third = await log.db.auditCheckpoint.findUniqueOrThrow({ where: { number: 3 } })
  const { digest } = third
  const through = String(third.through)
  const signature = createHmac('sha256', deriveKey(env().key, 'audit checkpoint'))
    .update([at, through, rows, digest].join('\n'))
    .digest('hex')
  await asOwner('truncate audit_checkpoint')
  const former = JSON.stringify({ at, through, rows, digest, signature })
  await write([former])
  expect((await verify()).text).toContain('2 rows are covered by no checkpoint yet')
  expect(await sign()).toMatchObject({ state: 'written' })
  expect(await verify()).toMatchObject({ code: 0, faults: [] })
  expect(await lines()).toEqual([former, expect.stringContaining('"number":2,"after":1')])
  await write((await lines()).slice(1))
  expect((await verify()).faults).toEqual([
    'FAULT checkpoint file: checkpoint 1 that the database remembers is missing',
  ])
})
