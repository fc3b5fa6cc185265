import { appendFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { APPENDING, CHECKPOINTING } from '@/lib/store/audit/audit'
import { auditCoverage, holderOf } from '@/lib/store/audit/audit-coverage'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import { anAuditLog } from '@/tests/factories/audit-log'

const log = await anAuditLog()
const { append, appendSigned, sign, verify, asOwner, asRole, file, lines, write } = log

/** Every test begins with five signed rows in one chain, and both places whole. */
beforeEach(async () => {
  await asOwner('truncate audit_entry, audit_head, audit_checkpoint')
  await rm(file, { force: true })
  await rm(`${file}.torn`, { force: true })
  await appendSigned('log', 5)
})

test('a whole log is clean, and says how far checkpoints go', async () => {
  await append('log', 2)
  const { code, out } = await verify()
  expect(out).toEqual([
    '7 rows carry a code of this key.',
    expect.stringMatching(/^The newest of 5 checkpoints, number 5, is \d+ seconds? old\.$/),
    expect.stringMatching(/^2 rows are covered by no checkpoint yet, the oldest for \d+ seconds?\.$/),
    '7 rows in 1 chains, 5 signed checkpoints, 0 faults',
  ])
  expect(code).toBe(0)
})

describe('absence is no health', () => {
  test.each(['missing', 'empty'])(
    'a file that is %s is a fault, also when the worker has written on',
    async state => {
      if (state === 'missing') await rm(file)
      else await truncate(file)
      const { code, faults } = await verify()
      expect(faults).toEqual([
        `FAULT checkpoint file: it is ${state}, though the database remembers 5 checkpoints`,
      ])
      expect(code).toBe(1)
      await appendSigned('log', 1)
      expect((await verify()).faults).toEqual([
        'FAULT checkpoint file: checkpoints 1 to 5 that the database remembers are missing',
      ])
    },
  )

  test('an older copy of the file is a fault for good', async () => {
    const all = await lines()
    await write(all.slice(0, 3))
    const found = ['FAULT checkpoint file: checkpoints 4 to 5 that the database remembers are missing']
    expect((await verify()).faults).toEqual(found)
    await appendSigned('log', 2)
    expect((await verify()).faults).toEqual(found)
  })

  test('lines out of the middle are named', async () => {
    const all = await lines()
    await write(all.filter((_, place) => place !== 1 && place !== 3))
    expect((await verify()).faults).toEqual([
      'FAULT checkpoint file: checkpoints 2, 4 that the database remembers are missing',
    ])
  })

  test('so are checkpoints that the database forgets', async () => {
    await asOwner('delete from audit_checkpoint where number in (2, 4, 5)')
    expect((await verify()).faults).toEqual([
      'FAULT checkpoints: the database does not know 3 that the file has, from number 2 on. The rows that they signed are there',
    ])
  })

  test('rows that no checkpoint covers for too long are a fault while the log grows, and a warning at rest', async () => {
    await append('log')
    await asOwner(`update audit_entry set at = now() - interval '2 days' where seq = 6`)
    const rest = await verify()
    expect(rest.text).toContain(
      'WARN  checkpoints: one row waits for a checkpoint, the first for 2 days: is the worker running?',
    )
    await append('log')
    expect((await verify()).faults).toContain(
      'FAULT checkpoints: 2 rows were written in 2 days without a checkpoint',
    )
    expect(await auditCoverage()).toMatchObject({ isStale: true, uncovered: 2, number: 5 })
  })

  test('the product’s role forgets no checkpoint, and can’t sign one', async () => {
    await expect(asRole('delete from audit_checkpoint')).rejects.toThrow('permission denied')
    await expect(asRole('update audit_checkpoint set rows = 0')).rejects.toThrow('permission denied')
    await expect(log.sql('delete from audit_checkpoint')).rejects.toThrow('append-only')
    await asRole(`insert into audit_checkpoint select number + 1, number, at, 9000000000000000000, rows, digest,
      keyed_after, accepted, key_id, signature from audit_checkpoint where number = 5`)
    await append('log')
    expect(await sign()).toMatchObject({ state: 'written' })
    expect((await verify()).faults).toContain('FAULT checkpoint 6 in the database: its signature is wrong')
  })
})

test('a number that the product’s role takes ends no checkpoint, also where the file has it already', async () => {
  await append('log')
  await sign()
  await asOwner('delete from audit_checkpoint where number = 6')
  await asRole(`insert into audit_checkpoint select 6, after, at, through, rows, digest, keyed_after, accepted, key_id, ''
    from audit_checkpoint where number = 5`)
  await append('log')
  expect(await sign()).toMatchObject({ state: 'written' })
  expect((await verify()).faults).toEqual([
    'FAULT checkpoint 6 in the database: its signature is wrong',
    'FAULT checkpoints: the database does not know 1 that the file has, from number 6 on. The rows that they signed are there',
  ])
})

test('checkpoints that are written while they are read are no fault', async () => {
  let reads = 0
  const findMany = async (asked: Parameters<typeof log.db.auditCheckpoint.findMany>[0]) => {
    if (reads++ > 0) await appendSigned('log', 2)
    return await log.db.auditCheckpoint.findMany(asked)
  }
  const meanwhile = new Proxy(log.db, {
    get: (db, key) => (key === 'auditCheckpoint' ? { findMany } : Reflect.get(db, key, db)),
  })
  expect(await verifyAudit(env(), meanwhile)).toMatchObject({ faults: [], warnings: [] })
  expect(reads).toBe(2)
})

test('a file that can’t be read is a fault, and the rest is verified', async () => {
  await rm(file)
  await mkdir(file)
  await asOwner(`update audit_entry set command = 'other' where seq = 4`)
  expect((await verify()).faults).toEqual([
    'FAULT checkpoint file: it is unreadable, though the database remembers 5 checkpoints',
    'FAULT log: row 4 was changed',
  ])
  await rm(file, { recursive: true })
})

test('another key is told from a forger', async () => {
  await asOwner(`update audit_entry set key_id = 'abcdef01'`)
  await asOwner(`update audit_checkpoint set key_id = 'abcdef01'`)
  await rm(file)
  expect((await verify()).faults).toEqual([
    'FAULT checkpoint 1 in the database: it and 4 more were signed with another key than this HABEAS_KEY',
    'FAULT key abcdef01: 5 rows carry codes of this key: HABEAS_KEY has changed, or Habeas did not write them',
  ])
})

describe('a torn line', () => {
  test.each([
    ['without a line feed', (line: string) => line.slice(0, 90)],
    ['with one', (line: string) => `${line.slice(0, 90)}\n`],
    ['of nothing but zeros', () => '\0'.repeat(512)],
    ['joined to the next', (line: string) => `${line.slice(0, 90)}${line}\n`],
    ['longer than one look', () => 'x'.repeat(70_000)],
  ])('%s is put aside, and checkpoints go on', async (_, tear) => {
    const before = await lines()
    const torn = tear(before.at(-1) ?? '')
    await appendFile(file, torn)
    const { code, text } = await verify()
    expect(code).toBe(0)
    expect(text).toContain('WARN  checkpoint file, line 6: it is torn')
    await append('log')
    expect(await sign()).toMatchObject({ state: 'written' })
    expect(await readFile(`${file}.torn`, 'utf8')).toBe(`${torn.trimEnd()}\n`)
    expect((await lines()).slice(0, 5)).toEqual(before)
    expect(await lines()).toHaveLength(6)
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
  })

  test('of a file that is nothing else is put aside, too', async () => {
    await writeFile(file, 'half a li')
    await append('log')
    expect(await sign()).toMatchObject({ state: 'written' })
    expect((await verify()).faults).toEqual([
      'FAULT checkpoint file: checkpoints 1 to 5 that the database remembers are missing',
    ])
  })

  test('that lacks only its line feed gets one', async () => {
    await writeFile(file, (await readFile(file, 'utf8')).trimEnd())
    await appendSigned('log', 1)
    expect(await lines()).toHaveLength(6)
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
  })

  test('a checkpoint that its writer could not tell the database of is made up for', async () => {
    await asOwner('delete from audit_checkpoint where number = 5')
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
    await appendSigned('log', 1)
    expect(await log.sql('select number from audit_checkpoint')).toHaveLength(6)
    expect(await verify()).toMatchObject({ code: 0, faults: [] })
  })
})

test('what is wrong in the middle of the file is named by its line, and the rest is verified', async () => {
  const all = await lines()
  const signature = (line: string | undefined) =>
    line?.replace(/"signature":"..../, '"signature":"0000') ?? ''
  await write([all[0] ?? '', 'not a checkpoint', '\\ud800', '', signature(all[1]), ...all.slice(2)])
  await asOwner(`update audit_entry set command = 'other' where seq = 4`)
  const { code, faults } = await verify()
  expect(faults).toEqual([
    'FAULT checkpoint file, line 2: it can’t be read',
    'FAULT checkpoint file, line 3: it can’t be read',
    'FAULT checkpoint file, line 4: it can’t be read',
    'FAULT checkpoint file, line 5: its signature is wrong',
    'FAULT checkpoint file: checkpoint 2 that the database remembers is missing',
    'FAULT log: row 4 was changed',
  ])
  expect(code).toBe(1)
  await appendSigned('log', 1)
  expect((await verify()).faults).toEqual(faults)
})

test('faults in two chains and in two checkpoints are all told', async () => {
  await appendSigned('other', 3)
  await asOwner(`delete from audit_entry where scope = 'log' and seq = 2`)
  await asOwner(`update audit_entry set hash = 'x' where scope = 'other' and seq = 2`)
  const { faults } = await verify()
  expect(faults).toEqual([
    expect.stringMatching(/^FAULT checkpoint 2 of .*: 1 rows were signed since the one before, 0 are there$/),
    expect.stringMatching(
      /^FAULT checkpoint 7 of .*: the rows since the one before are not the ones that were signed$/,
    ),
    'FAULT log: row 2 is missing',
    'FAULT other: row 2 was changed',
    'FAULT other: row 2 was not written by Habeas: its code is wrong',
    'FAULT other: row 3 does not follow its predecessor',
  ])
})

describe('a session that holds a lock', () => {
  const holder = new pg.Client({ connectionString: log.url, application_name: 'somebody' })
  beforeAll(() => holder.connect())
  afterAll(() => holder.end())

  test.each([
    ['locked', 'pg_advisory_lock', CHECKPOINTING],
    ['appending', 'pg_advisory_lock_shared', APPENDING],
  ])('is %s out loud, and keeps nobody from working', async (state, take, lock) => {
    await holder.query(`select ${take}($1)`, [lock])
    await append('log', 2)
    expect(await sign()).toEqual({ state, unproved: 0 })
    expect(await holderOf(lock)).toMatchObject({ application: 'somebody' })
    await asOwner(`update audit_entry set at = now() - interval '1 hour' where seq = 6`)
    expect(await auditCoverage()).toMatchObject({ uncovered: 2, isStale: true })
    expect((await verify()).code).toBe(1)
    await holder.query('select pg_advisory_unlock_all()')
    expect(await sign()).toMatchObject({ state: 'written' })
    expect(await holderOf(lock)).toBeNull()
    expect(await auditCoverage()).toMatchObject({ uncovered: 0, isStale: false })
  })
})
