import { beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { auditHash } from '@/lib/store/audit/audit'
import { auditKeyId } from '@/lib/store/audit/audit-keys'
import { anAuditLog } from '@/tests/factories/audit-log'

const log = await anAuditLog()
const { append, appendSigned, forge, isChained, sign, verify, asRole, asOwner } = log

/** Rows as they were written before rows carried codes. */
beforeAll(async () => {
  await forge('former')
  await forge('former')
  await append('honest', 2)
  await sign()
})

test('rows from before rows carried codes are told apart, and are no fault', async () => {
  const { code, text } = await verify()
  expect(text).toContain('2 rows carry a code of this key.')
  expect(text).toContain('2 rows from before, of 2026-11-02 to 2026-11-02, are chained only')
  expect(code).toBe(0)
})

test('a row that the product’s own role appends to a correct chain is found, with and without a checkpoint behind it', async () => {
  await forge('honest')
  await forge('honest', { key_id: auditKeyId(env().key), mac: 'f'.repeat(64) })
  await forge('victim', { key_id: '00000000', mac: 'f'.repeat(64) })
  // Chains alone say that all is well.
  expect(await isChained()).toBe(true)
  const found = [
    'FAULT honest: row 3 was not written by Habeas: it has no code, as rows before it have',
    'FAULT honest: row 4 was not written by Habeas: its code is wrong',
    'FAULT honest: the head of the chain was not written by Habeas: its code is wrong',
    'FAULT key 00000000: 1 rows carry codes of this key: HABEAS_KEY has changed, or Habeas did not write them',
  ]
  const before = await verify()
  expect(before.faults).toEqual(found)
  expect(before.code).toBe(1)
  expect(await sign()).toEqual({ state: 'written', unproved: 3 })
  expect((await verify()).faults).toEqual(found)
})

test('a row in a chain with no name, or before the first, is found as well', async () => {
  await forge('')
  await asRole(`insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
    values ('honest', -1, now(), 'minus', 'sign-in', 'system', 'done', '{}', '', '')`)
  const { faults } = await verify()
  expect(faults).toContain('FAULT : row 1 was not written by Habeas: it has no code, as rows before it have')
  expect(faults).toContain('FAULT honest: row -1 has no place in the chain')
})

test('the product’s role chooses no ids, neither among the signed rows nor far beyond', async () => {
  const statement = `insert into audit_entry (id, scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
    values (9000000000000000000, 'high', 1, now(), 'high', 'sign-in', 'system', 'done', '{}', '', '')`
  await expect(asRole(statement)).rejects.toThrow('permission denied')
  await expect(asRole(`select setval('audit_entry_id_seq', 1)`)).rejects.toThrow('permission denied')
  await expect(asRole(`delete from audit_head`)).rejects.toThrow('permission denied')
  // Even the owner's row doesn't end the checkpoints.
  await asOwner(statement)
  await append('honest')
  expect(await sign()).toMatchObject({ state: 'written' })
  await asOwner(`delete from audit_entry where scope = 'high'`)
})

test('a row whose time is no date is refused, and ends nothing where the owner forces it in', async () => {
  await expect(
    asRole(`insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
      values ('endless', 1, 'infinity', 'endless', 'sign-in', 'system', 'done', '{}', '', '')`),
  ).rejects.toThrow('audit_entry_dated')
  await asOwner('alter table audit_entry drop constraint audit_entry_dated')
  await asOwner(`insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
    values ('endless', 1, 'infinity', 'endless', 'sign-in', 'system', 'done', '{"huge": 1e999}', '', '')`)
  const { faults } = await verify()
  expect(faults).toContain('FAULT endless: row 1 was changed')
})

test('rows that the owner edits and chains anew are found by their codes', async () => {
  await append('edited', 3)
  let prevHash = ''
  for (const row of await log.db.auditEntry.findMany({
    where: { scope: 'edited' },
    orderBy: { seq: 'asc' },
  })) {
    const changed = { ...row, actorRole: 'privacy' }
    const hash = auditHash(prevHash, changed)
    await asOwner('update audit_entry set actor_role = $2, prev_hash = $3, hash = $4 where id = $1', [
      row.id,
      'privacy',
      prevHash,
      hash,
    ])
    await asOwner(`update audit_head set hash = $1 where scope = 'edited'`, [hash])
    prevHash = hash
  }
  const { faults } = await verify()
  for (const seq of [1, 2, 3])
    expect(faults).toContain(`FAULT edited: row ${seq} was not written by Habeas: its code is wrong`)
})

test('a tail cut before any checkpoint, with the head set back, is found by the head’s code', async () => {
  await append('cut', 3)
  const [second] = await log.db.auditEntry.findMany({ where: { scope: 'cut', seq: 2 } })
  await asOwner(`delete from audit_entry where scope = 'cut' and seq = 3`)
  await asOwner(`update audit_head set seq = 2, hash = $1 where scope = 'cut'`, [second?.hash])
  expect((await verify()).faults).toContain(
    'FAULT cut: the head of the chain was not written by Habeas: its code is wrong',
  )
})

test('a head that the product’s role moves leads to a fault, and hides nothing', async () => {
  await append('moved', 2)
  await asRole(`update audit_head set hash = 'other' where scope = 'moved'`)
  await append('moved')
  expect((await verify()).faults).toContain('FAULT moved: row 3 does not follow its predecessor')
})

test('rows cut behind a checkpoint are found, and what comes after them is judged by itself', async () => {
  await appendSigned('signed', 3)
  await asOwner(`delete from audit_entry where scope = 'signed' and seq = 3`)
  await asOwner(
    `update audit_head set seq = 2, hash = (select hash from audit_entry where scope = 'signed' and seq = 2) where scope = 'signed'`,
  )
  await append('after', 1)
  await sign()
  const checkpoints = (await verify()).faults.filter(line => line.includes('rows were signed since'))
  expect(checkpoints.at(-1)).toMatch(/1 rows were signed since the one before, 0 are there$/)
  expect(checkpoints.join()).not.toContain(`checkpoint ${(await log.lines()).length} of`)
})
