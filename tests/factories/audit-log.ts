import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll } from 'vitest'
import { run } from '@/lib/cli/audit-verify'
import { recordChange } from '@/lib/door/run/record-change'
import { env } from '@/lib/env'
import { type AuditRow, auditHash } from '@/lib/store/audit/audit'
import { writeCheckpoint } from '@/lib/store/audit/audit-checkpoint'
import { checkpointFile } from '@/lib/store/audit/checkpoint-file'
import { appConnectionString } from '@/lib/store/database/role'
import { inTransaction } from '@/lib/store/database/transaction'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { system } from './system'

const columns =
  'scope, seq, at, command_id, command, actor_kind, actor_id, actor_role, result, facts, prev_hash, hash'

/** A database with a log of its own, a file for checkpoints, and ways to attack both. */
export async function anAuditLog() {
  const base = await testDatabase()
  testEnvironment(base.url)
  process.env.HABEAS_DATA_DIR = `/tmp/habeas-test-${randomUUID()}`
  const file = checkpointFile(env())
  const client = new pg.Client({ connectionString: await appConnectionString(base.url) })
  await client.connect()
  afterAll(() => client.end())

  /** One statement as the product's own role, without the key. */
  const asRole = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows
  /** One as the owner, past the triggers. */
  const asOwner = async (text: string, values: unknown[] = []) => {
    const tables = ['audit_entry', 'audit_checkpoint']
    for (const table of tables) await base.sql(`alter table ${table} disable trigger user`)
    await base.sql(text, values)
    for (const table of tables) await base.sql(`alter table ${table} enable trigger user`)
  }
  const headOf = async (scope: string): Promise<{ seq: number; hash: string }> =>
    (await base.db.auditHead.findUnique({ where: { scope } })) ?? { seq: 0, hash: '' }
  const sign = () => writeCheckpoint({ file, key: env().key })

  return {
    ...base,
    file,
    asRole,
    asOwner,
    sign,
    /** Appends as the product does. */
    append: async (scope: string, times = 1) => {
      for (let time = 0; time < times; time++)
        await inTransaction(tx => recordChange(tx, { actor: system, command: 'sign-in', scope }))
    },
    /** Rows of a scope, each followed by a checkpoint. */
    appendSigned: async (scope: string, times: number) => {
      for (let time = 0; time < times; time++) {
        await inTransaction(tx => recordChange(tx, { actor: system, command: 'sign-in', scope }))
        await sign()
      }
    },
    /** Appends a row with a correct chain and head, as docs/audit.md says how to, without the key; `extra` fills more columns. */
    forge: async (scope: string, extra: Record<string, unknown> = {}, as = asRole) => {
      const { seq, hash: prevHash } = await headOf(scope)
      const row: AuditRow = {
        scope,
        seq: seq + 1,
        at: new Date('2026-11-02T08:15:30.120Z'),
        command: 'validate-authority',
        commandId: randomUUID(),
        actorKind: 'staff',
        actorId: 'priya',
        actorRole: 'privacy',
        result: 'done',
        facts: {},
      }
      const hash = auditHash(prevHash, row)
      const { at, command, commandId, actorKind, actorId, actorRole, result, facts } = row
      const more = Object.keys(extra)
      await as(
        `insert into audit_entry (${[columns, ...more].join(', ')})
         values (${Array.from({ length: 12 + more.length }, (_, at) => `$${at + 1}`).join(', ')})`,
        [
          scope,
          row.seq,
          at,
          commandId,
          command,
          actorKind,
          actorId,
          actorRole,
          result,
          facts,
          prevHash,
          hash,
          ...Object.values(extra),
        ],
      )
      await as(
        'insert into audit_head (scope, seq, hash) values ($1, $2, $3) on conflict (scope) do update set seq = $2, hash = $3',
        [scope, row.seq, hash],
      )
    },
    /** What hashes and heads alone say, which need no key: whether every chain holds together. */
    isChained: async (): Promise<boolean> => {
      const heads = new Map<string, { seq: number; hash: string }>()
      for (const row of await base.db.auditEntry.findMany({ orderBy: { seq: 'asc' } })) {
        const before = heads.get(row.scope) ?? { seq: 0, hash: '' }
        if (
          row.seq !== before.seq + 1 ||
          row.prevHash !== before.hash ||
          row.hash !== auditHash(before.hash, row)
        )
          return false
        heads.set(row.scope, row)
      }
      const all = await base.db.auditHead.findMany()
      return all.every(
        ({ scope, seq, hash }) => heads.get(scope)?.seq === seq && heads.get(scope)?.hash === hash,
      )
    },
    lines: async () => (await readFile(file, 'utf8')).split('\n').slice(0, -1),
    write: (lines: readonly string[]) => writeFile(file, lines.map(line => `${line}\n`).join('')),
    /** What `audit verify` prints, and how it ends. */
    verify: async (...args: string[]) => {
      const out: string[] = []
      const code = await run(args, { out: text => out.push(text), err: text => out.push(text), isTTY: false })
      return { code, out, faults: out.filter(line => line.startsWith('FAULT')), text: out.join('\n') }
    },
  }
}
