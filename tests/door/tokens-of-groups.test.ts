import { beforeEach, describe, expect, test } from 'vitest'
import { tokenHash } from '@/lib/auth/tokens'
import type { Role } from '@/lib/core/people/actor'
import { applyRight } from '@/lib/door/staff/rights'
import { giveToken } from '@/lib/door/staff/tokens'
import { transaction } from '@/lib/store/database/client'
import { letConnect } from '@/lib/store/staff/identities'
import { listRights, lockRights } from '@/lib/store/staff/rights'
import { useToken } from '@/lib/store/staff/tokens'
import { aPerson } from '@/tests/factories/signing-in'
import { comes, letInBySingleSignOn as letIn, robin } from '@/tests/factories/single-sign-on'
import { employ, staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { untilBlocked } from '@/tests/support/blocked'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

beforeEach(async () => {
  await sql('truncate staff cascade; truncate rate_limit')
  await employ(sql)
})

describe('tokens of somebody whose role comes from their groups', () => {
  const [support, privacy, none] = [['support'], ['privacy-team'], []].map(groups => ({ ...robin, groups }))
  let tokens = 0

  /** A token of a person's, which works where the operator makes it and waits where an admin does. */
  async function tokenOf(owner: string, role: Role, by: Parameters<typeof giveToken>[0] = system) {
    const done = await giveToken(by, { name: 'A program', role, owner }, `token-${++tokens}`)
    if (!done.ok || !done.token) throw new Error('no token was made')
    const hash = tokenHash(done.token)
    return async () => (await useToken(hash)) !== null
  }
  const lastOf = async (command: string) =>
    (await db.auditEntry.findFirstOrThrow({ where: { command }, orderBy: { seq: 'desc' } })).facts

  test('end with a role that doesn’t see as much, and the audit row counts them', async () => {
    const { actor } = await letIn({ ...privacy })
    const [high, low] = [await tokenOf(actor.id, 'privacy'), await tokenOf(actor.id, 'forum-admin')]
    expect([await high(), await low()]).toEqual([true, true])
    await letIn({ ...support })
    expect([await high(), await low()]).toEqual([false, true])
    expect(await lastOf('change-role')).toMatchObject({ by: 'groups', tokens: 1 })
    await letIn({ ...privacy })
    expect(await high()).toBe(false)
  })
  test('stay dead, when they were shut out meanwhile and come back with less', async () => {
    const { actor } = await letIn({ ...privacy })
    const high = await tokenOf(actor.id, 'privacy')
    expect(await comes({ ...none })).toMatchObject({ why: 'no-role' })
    expect(await high()).toBe(false)
    await letIn({ ...support })
    expect(await high()).toBe(false)
    await letIn({ ...privacy })
    expect(await high()).toBe(false)
  })
  test('end at the first sign-in of somebody who had another role here', async () => {
    const id = await aPerson(robin.email, 'privacy')
    const high = await tokenOf(id, 'privacy')
    await transaction(tx => letConnect(tx, id, 1))
    expect((await letIn({ ...support })).actor.id).toBe(id)
    expect(await high()).toBe(false)
    expect(await lastOf('change-role')).toMatchObject({ by: 'groups', tokens: 1 })
  })
  test('that wait are applied no more', async () => {
    const { actor } = await letIn({ ...privacy })
    const high = await tokenOf(actor.id, 'privacy', staffOf('admin', 'ada'))
    const [right] = await listRights(staffOf('privacy', 'priya'))
    await letIn({ ...support })
    expect(await applyRight(staffOf('privacy', 'priya'), right?.id ?? '', 'apply')).toMatchObject({
      reason: 'invalid-input',
    })
    expect(await high()).toBe(false)
  })
  test('change after the rights that somebody is changing now', async () => {
    const { actor } = await letIn({ ...privacy })
    const order: string[] = []
    let signingIn: Promise<unknown> = Promise.resolve()
    await transaction(async tx => {
      await lockRights(tx)
      signingIn = letIn({ ...support }).then(() => order.push('signed in'))
      await untilBlocked(sql)
      order.push('rights')
    })
    await signingIn
    expect(order).toEqual(['rights', 'signed in'])
    expect(await db.staff.findUnique({ where: { id: actor.id } })).toMatchObject({ role: 'support-engineer' })
  })
})
