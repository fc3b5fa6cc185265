import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { run } from '@/lib/cli/doctor'
import { anAuditLog } from '@/tests/factories/audit-log'

const { append, sign, sql, file } = await anAuditLog()

test('it tells how far checkpoints go, and where they stop', async () => {
  const say = async () => {
    const lines: string[] = []
    await run([], { out: text => lines.push(text), err: text => lines.push(text), isTTY: false })
    return lines.filter(line => /checkpoint|audit log/.test(line))
  }
  expect(await say()).toContain('ok      there is no checkpoint yet; 0 rows wait for the next')
  await append('organisation')
  await sign()
  await append('organisation')
  expect(await say()).toEqual([
    expect.stringMatching(
      /^ok {6}the newest checkpoint, number 1, is \d+ seconds? old; 1 rows wait for the next$/,
    ),
    'ok      the checkpoint file can be written',
    'ok      2 rows of the audit log carry a code; 0 older ones are chained only',
  ])
  await rm(file)
  await sql(`insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
    values ('forged', 1, now() - interval '3 hours', 'forged', 'sign-in', 'system', 'done', '{}', '', '')`)
  await sql('alter table audit_entry disable trigger user')
  await sql(`update audit_entry set at = now() - interval '3 hours'`)
  await sql('select pg_advisory_lock(4201)')
  expect(await say()).toEqual([
    expect.stringMatching(
      /^TROUBLE the audit log has waited for a checkpoint for 3 hours, 2 rows by now; session \d+ \(.*\) holds a lock$/,
    ),
    'ok      the checkpoint file can be written',
    'TROUBLE the checkpoint file is missing: run audit verify',
    'TROUBLE 1 of the newest rows of the audit log were not written by Habeas: run audit verify',
  ])
})
