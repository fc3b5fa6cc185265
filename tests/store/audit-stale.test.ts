import { expect, test } from 'vitest'
import type { Role } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { auditCoverage } from '@/lib/store/audit/audit-coverage'
import { readNavigation } from '@/lib/store/queue/navigation'
import { anAuditLog } from '@/tests/factories/audit-log'

const { append, sign, asRole, asOwner } = await anAuditLog()
const isStale = async (role: Role) =>
  (await readNavigation(staffActor('somebody', role, 'browser'))).isAuditStale

test('rows that wait for a checkpoint for too long are an alarm for admins, and end with the next', async () => {
  expect(await isStale('admin')).toBe(false)
  await append('log', 2)
  expect(await isStale('admin')).toBe(false)
  await asOwner(`update audit_entry set at = now() - interval '16 minutes' where seq = 1`)
  expect(await isStale('admin')).toBe(true)
  expect(await isStale('support-engineer')).toBe(false)
  await sign()
  expect(await isStale('admin')).toBe(false)
})

test('a checkpoint that says it covers what is still to come ends no alarm, nor does a row of tomorrow', async () => {
  await asRole(`insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
    values ('forged', 1, now() + interval '1 day', 'forged', 'sign-in', 'system', 'done', '{}', '', '')`)
  await append('log')
  await asOwner(`update audit_entry set at = now() - interval '16 minutes' where seq = 3`)
  await asRole(
    `insert into audit_checkpoint values (900, 0, now(), 9000000000000000000, 0, '', 0, false, '', '')`,
  )
  expect(await isStale('admin')).toBe(true)
  expect(await auditCoverage()).toMatchObject({ number: 1, uncovered: 2 })
})
