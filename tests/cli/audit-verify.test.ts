import { expect, test } from 'vitest'
import { run } from '@/lib/cli/audit-verify'
import { env } from '@/lib/env'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
const { reference } = await world.begin()
const { id } = await world.get(reference)

/** What the subcommand says, and how it ends. */
async function say() {
  const out: string[] = []
  const code = await run([], { out: text => out.push(text), err: text => out.push(text), isTTY: false })
  return { code, out }
}
/** Does what only somebody with the owner's rights and bad intentions could do, past the triggers. */
async function tamper(statement: string, values: unknown[] = []) {
  await world.sql('alter table audit_entry disable trigger user')
  await world.sql(statement, values)
  await world.sql('alter table audit_entry enable trigger user')
}

test('an untouched log is clean, and says how much of it there is', async () => {
  const { code, out } = await say()
  expect(code).toBe(0)
  expect(out).toEqual([
    expect.stringMatching(/^\d+ rows carry a code of this key\.$/),
    expect.stringMatching(/^The newest of \d+ checkpoints, number \d+, is \d+ seconds? old\.$/),
    expect.stringMatching(/^(Every row is covered|\d+ rows are covered by no) /),
    expect.stringMatching(/^\d+ rows in \d+ chains, \d+ signed checkpoints, 0 faults$/),
  ])
})

test('so is a log that is written to while it is read', async () => {
  let written = 0
  const findUnique = async (asked: Parameters<typeof world.db.auditHead.findUnique>[0]) => {
    if (written++ === 0) await world.run('support-engineer', reference, 'add-note', { text: 'Meanwhile' })
    return await world.db.auditHead.findUnique(asked)
  }
  const meanwhile = new Proxy(world.db, {
    get: (db, key) => (key === 'auditHead' ? { findUnique } : Reflect.get(db, key, db)),
  })
  expect(await verifyAudit(env(), meanwhile)).toMatchObject({ faults: [] })
  expect(written).toBeGreaterThan(1)
})

test('an edited row is printed with its place, and ends with 1', async () => {
  const change = (role: string) =>
    tamper(`update audit_entry set actor_role = $2 where scope = $1 and seq = 2`, [id, role])
  await change('privacy')
  const { code, out } = await say()
  expect(code).toBe(1)
  expect(out).toContain(`FAULT ${id}: row 2 was changed`)
})

test('a removed row and a cut tail are printed, too', async () => {
  const other = await world.begin()
  const scope = (await world.get(other.reference)).id
  await tamper(`delete from audit_entry where scope = $1 and seq = 2`, [scope])
  expect((await say()).out).toContain(`FAULT ${scope}: row 2 is missing`)
  const third = (await world.get((await world.begin()).reference)).id
  await tamper(
    `delete from audit_entry where scope = $1 and seq = (select max(seq) from audit_entry where scope = $1)`,
    [third],
  )
  const { code, out } = await say()
  expect(code).toBe(1)
  expect(out.join('\n')).toContain(`FAULT ${third}: the chain ends at`)
})
