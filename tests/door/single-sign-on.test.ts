import { beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '@/lib/clock'
import { isFresh } from '@/lib/core/people/step-up'
import {
  cancelOwnApp,
  renewOwnCodes,
  startOwnApp,
  turnOffOwnApp,
  turnOnOwnApp,
} from '@/lib/door/account/own-factor'
import { beginOwnPasskey, finishOwnPasskey, removeOwnPasskey } from '@/lib/door/account/own-passkeys'
import { signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import { signInBySingleSignOn } from '@/lib/door/sign-in/single-sign-on'
import { setDisabled } from '@/lib/door/staff/people'
import { saveSecondFactorRoles } from '@/lib/door/staff/sign-in-rules'
import { env } from '@/lib/env'
import { transaction } from '@/lib/store/database/client'
import { letConnect } from '@/lib/store/staff/identities'
import { confirmSession } from '@/lib/store/staff/staff-sessions'
import { stepAfterPassword, turnOnApp } from '@/tests/factories/second-factor'
import { aPerson, commandId, home, signedIn, staffBySecret } from '@/tests/factories/signing-in'
import { comes, letInBySingleSignOn as letIn, provider, robin } from '@/tests/factories/single-sign-on'
import { employ } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { softPasskey } from '@/tests/support/soft-passkey'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const staffOfProvider = () =>
  db.staff.findMany({ where: { oidcSubject: { not: null } }, orderBy: { createdAt: 'asc' } })

beforeEach(async () => {
  await sql('truncate staff cascade; truncate rate_limit')
  await employ(sql)
})

describe('somebody for whom the provider vouches', () => {
  test('gets an account at the first time, with the role of their groups, and leaves an audit row', async () => {
    const { actor, name } = await letIn(robin)
    expect(actor.role).toBe('support-engineer')
    expect(name).toBe('Robin Vale')
    expect(
      await db.auditEntry.findFirst({ where: { command: 'add-person' }, orderBy: { id: 'desc' } }),
    ).toMatchObject({
      actorKind: 'system',
      facts: { staff: actor.id, role: 'support-engineer', by: 'groups' },
    })
  })
  test('is the same person under another address, and another person under the same address', async () => {
    const first = await letIn(robin)
    expect((await letIn({ ...robin, email: 'r.vale@corp.example' })).actor.id).toBe(first.actor.id)
    expect((await letIn({ ...robin, email: 'r.vale@corp.example', sub: 'r2' })).actor.id).not.toBe(
      first.actor.id,
    )
  })
  test('coming twice at the first time gets one account', async () => {
    const [first, second] = await Promise.all([letIn(robin), letIn(robin)])
    expect(first.actor.id).toBe(second.actor.id)
    expect(await staffOfProvider()).toHaveLength(1)
  })
  test('gets the role that the groups give now; what they had open ends', async () => {
    const before = await letIn(robin)
    const now = await letIn({ ...robin, groups: ['privacy-team', 'support'] })
    expect(now.actor).toMatchObject({ id: before.actor.id, role: 'privacy' })
    expect(await staffBySecret(before.secret)).toBeNull()
  })
  test('whom it asks again who they are gets a new session in place of the old one', async () => {
    const [mine, elsewhere] = [await letIn(robin), await letIn(robin)]
    const again = await signInBySingleSignOn({ ...robin }, provider, { ...home, session: mine.secret })
    expect(again).toMatchObject({ ok: true })
    expect(await staffBySecret(mine.secret)).toBeNull()
    expect(await staffBySecret(elsewhere.secret)).not.toBeNull()
  })
  test('without a group that counts gets no account', async () => {
    for (const groups of [['others'], [], undefined])
      expect(await comes({ ...robin, groups })).toEqual({ ok: false, why: 'no-role' })
    expect(await staffOfProvider()).toEqual([])
  })
  test('is shut out when the groups give no role any more, and let in again when they do', async () => {
    const before = await letIn(robin)
    expect(await comes({ ...robin, groups: [] })).toEqual({ ok: false, why: 'no-role' })
    expect(await staffBySecret(before.secret)).toBeNull()
    expect((await letIn(robin)).actor.id).toBe(before.actor.id)
  })
  test('whom an admin has shut out is not let in by the provider', async () => {
    const { actor } = await letIn(robin)
    await setDisabled(system, actor.id, true, 'out')
    expect(await comes(robin)).toEqual({ ok: false, why: 'shut-out' })
    expect(await comes({ ...robin, groups: [] })).toEqual({ ok: false, why: 'shut-out' })
    expect(await comes(robin)).toEqual({ ok: false, why: 'shut-out' })
  })
  test('of another issuer is nobody', async () => {
    expect(await comes({ ...robin, iss: 'https://login.evil.example' })).toEqual({
      ok: false,
      why: 'wrong-issuer',
    })
  })
  test('without an address gets no account', async () => {
    expect(await comes({ ...robin, email: undefined })).toEqual({ ok: false, why: 'no-address' })
  })
})

describe('an address that somebody who works here has', () => {
  test('doesn’t make the provider’s person that one', async () => {
    const id = await aPerson(robin.email, 'admin')
    expect(await comes(robin)).toEqual({ ok: false, why: 'address-taken' })
    expect(await db.staff.findUnique({ where: { id } })).toMatchObject({ oidcSubject: null, role: 'admin' })
  })
  test('does where an admin let it connect, and the provider has verified it', async () => {
    const id = await aPerson(robin.email, 'admin')
    await transaction(tx => letConnect(tx, id, 1))
    expect(await comes({ ...robin, email_verified: false })).toEqual({ ok: false, why: 'address-taken' })
    expect((await letIn(robin)).actor).toMatchObject({ id, role: 'support-engineer' })
    expect(await db.staff.findUnique({ where: { id } })).toMatchObject({
      passwordHash: null,
      connectUntil: null,
    })
  })
})

describe('somebody who connects', () => {
  const email = robin.email
  const proved = () => ({ ...robin, auth_time: Math.floor(systemClock.now().getTime() / 1000) })
  /** Has an app, a passkey, recovery codes and a step that is open; then comes by single sign-on. */
  async function connected() {
    const id = await aPerson(email)
    const staff = await signedIn(email)
    const [recovery = ''] = await turnOnApp(staff)
    const begun = await beginOwnPasskey(staff, commandId())
    if (!begun.ok || !begun.step || !begun.options) throw new Error('no passkey was offered')
    const made = softPasskey().make(begun.options, { origin: new URL(env().appUrl).origin })
    await finishOwnPasskey(staff, { step: begun.step, made, name: 'Laptop' }, commandId())
    const step = await stepAfterPassword(email)
    await transaction(tx => letConnect(tx, id, 1))
    return { id, step, recovery, staff: await letIn(proved()) }
  }
  const factors = async () => ({
    apps: await db.authenticator.count(),
    passkeys: await db.passkey.count(),
    codes: await db.recoveryCode.count(),
    steps: await db.signInStep.count({ where: { usedAt: null } }),
  })

  test('has no factor and no open step any more', async () => {
    const { id, step, recovery, staff } = await connected()
    expect(staff.actor.id).toBe(id)
    expect(await factors()).toEqual({ apps: 0, passkeys: 0, codes: 0, steps: 0 })
    expect(await signInBySecondFactor(step, { code: recovery }, home)).toEqual({ kind: 'over' })
  })
  test.each(['single-sign-on', 'password'])('gets none here, in a session by %s', async method => {
    const { staff } = await connected()
    await sql('update staff_session set method = $1 where id = $2', [method, staff.sessionId])
    const now = await staffBySecret(staff.secret)
    if (!now) throw new Error('nobody is signed in')
    for (const refused of [
      await startOwnApp(now, commandId()),
      await cancelOwnApp(now, commandId()),
      await turnOnOwnApp(now, '123456', home, commandId()),
      await turnOffOwnApp(now, commandId()),
      await renewOwnCodes(now, commandId()),
      await beginOwnPasskey(now, commandId()),
      await finishOwnPasskey(now, { step: 'x', made: '{}', name: '' }, commandId()),
      await removeOwnPasskey(now, 'x', commandId()),
    ])
      expect(refused).toMatchObject({ ok: false, status: 422, fields: expect.any(Object) })
    expect(await factors()).toEqual({ apps: 0, passkeys: 0, codes: 0, steps: 0 })
    expect(await staffBySecret(staff.secret)).toMatchObject({ method })
  })
  test('stays in a session of the provider, however they confirm', async () => {
    const { sessionId, secret } = await letIn(robin)
    for (const method of ['password', 'password-and-code', undefined] as const) {
      await transaction(tx => confirmSession(tx, sessionId, method))
      expect(await staffBySecret(secret)).toMatchObject({ method: 'single-sign-on' })
    }
  })
})

describe('a session proves no more than the provider says', () => {
  const seconds = () => Math.floor(systemClock.now().getTime() / 1000)
  test('somebody whom it knew for hours has proved it then', async () => {
    const provedAt = new Date('2026-01-01T08:00:00Z')
    const { confirmedAt } = await letIn({ ...robin, auth_time: provedAt.getTime() / 1000 })
    expect(confirmedAt).toEqual(provedAt)
  })
  test.each([
    ['nothing', undefined],
    ['a word', '1764489600'],
    ['null', null],
    ['the future', () => seconds() + 3600],
    ['a year that no clock shows', 1e18],
    ['less than nothing', -1],
  ])(
    'where it says %s of the time, nothing was proved, and settings wait for a proof',
    async (_what, told) => {
      const auth_time = typeof told === 'function' ? told() : told
      const { confirmedAt, actor } = await letIn({ ...robin, auth_time, groups: ['bosses'] })
      expect(isFresh(confirmedAt, systemClock.now())).toBe(false)
      expect(await saveSecondFactorRoles(actor, { roles: ['privacy'] }, 'without a proof')).toMatchObject({
        ok: false,
        reason: 'confirm-again',
      })
    },
  )
  test('where the operator lets coming back count, that is the proof, no matter what it says of the time', async () => {
    for (const auth_time of [undefined, 1_764_489_600]) {
      const { confirmedAt } = await letIn({ ...robin, auth_time }, { ...provider, confirm: 'return' })
      expect(isFresh(confirmedAt, systemClock.now())).toBe(true)
    }
  })
  test('somebody whom it asked just now has proved it, also where its clock is a little fast', async () => {
    for (const ahead of [0, 10]) {
      const { confirmedAt } = await letIn({ ...robin, auth_time: seconds() + ahead })
      expect(isFresh(confirmedAt, systemClock.now())).toBe(true)
    }
  })
})
