import pg from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/log'
import { APPENDING, CHECKPOINTING } from '@/lib/store/audit/audit'
import { checkpoint } from '@/lib/worker/sweeps/checkpoint'
import { anAuditLog } from '@/tests/factories/audit-log'

const { append, asOwner, forge, url } = await anAuditLog()
const failed = vi.spyOn(log, 'error')
const warned = vi.spyOn(log, 'warn')
const holder = new pg.Client({ connectionString: url, application_name: 'somebody' })
await holder.connect()
afterAll(() => holder.end())
beforeEach(() => {
  failed.mockClear()
  warned.mockClear()
})

test.each([
  ['pg_advisory_lock', CHECKPOINTING],
  ['pg_advisory_lock_shared', APPENDING],
])(
  'the worker says who keeps it from signing with %s, louder once rows wait for long',
  async (take, lock) => {
    await holder.query(`select ${take}($1)`, [lock])
    await append('log', 2)
    await checkpoint.run()
    const told = { lock, uncovered: 2, holder: { pid: expect.any(Number), application: 'somebody' } }
    expect(warned).toHaveBeenCalledWith(
      told,
      'an audit checkpoint has to wait: another session holds the lock',
    )
    expect(failed).not.toHaveBeenCalled()
    await asOwner(`update audit_entry set at = now() - interval '1 hour'`)
    await checkpoint.run()
    expect(failed).toHaveBeenCalledWith(told, 'the audit log is not signed: another session holds the lock')
    await holder.query('select pg_advisory_unlock_all()')
    warned.mockClear()
    failed.mockClear()
    await checkpoint.run()
    expect(warned).not.toHaveBeenCalled()
    expect(failed).not.toHaveBeenCalled()
  },
)

test('the worker says when it signs rows that Habeas did not write', async () => {
  await forge('log')
  await checkpoint.run()
  expect(failed).toHaveBeenCalledWith({ rows: 1 }, 'the audit log has rows that Habeas did not write')
})
