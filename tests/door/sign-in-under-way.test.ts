import argon2 from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '@/lib/clock'
import { changeOwnPassword, endOtherSessions } from '@/lib/door/account/own-account'
import { type SignInAnswer, signInByPassword } from '@/lib/door/sign-in/password'
import { signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import { changeRole, setDisabled } from '@/lib/door/staff/people'
import { endPersonsSessions, resetSecondFactor } from '@/lib/door/staff/people-sign-in'
import type { Staff } from '@/lib/door/staff/require-staff'
import { setPassword } from '@/lib/door/staff/set-password'
import { inTransaction } from '@/lib/store/database/transaction'
import { connectIdentity } from '@/lib/store/staff/identities'
import { changePerson, lockPerson } from '@/lib/store/staff/staff'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { invited } from '@/tests/factories/inviting'
import { appCode, stepAfterPassword, turnOnApp } from '@/tests/factories/second-factor'
import { aPerson, commandId, home, onlySam, password, sam, signedIn } from '@/tests/factories/signing-in'
import { system } from '@/tests/factories/system'
import { untilBlocked } from '@/tests/support/blocked'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const email = sam
const other = 'another good one'
let id = ''

beforeEach(async () => {
  id = await onlySam(sql)
})

const signIn = () => signInByPassword({ email, password }, home)
const openSessions = () => db.staffSession.count({ where: { staffId: id, revokedAt: null } })

/** Changes the password by a mailed link, as somebody does who fears that it is known. */
async function byLink(): Promise<unknown> {
  const token = await invited()
  await sql('update password_link set staff_id = $1', [id])
  return expect(await setPassword(token, other)).toMatchObject({ ok: true })
}

const connect = () =>
  inTransaction(async tx => {
    await connectIdentity(tx, id, { issuer: 'https://login.corp.example', subject: 's1' })
    await endSessionsOf(tx, id)
  })

const changeOwn = async (staff: Staff) =>
  expect(await changeOwnPassword(staff, { current: password, next: other }, home, commandId())).toMatchObject(
    { ok: true },
  )

/** Signs in, and lets something happen once the password has fitted. */
async function meanwhile(change: () => Promise<unknown>): Promise<SignInAnswer> {
  const real = argon2.verify
  const verify = vi.spyOn(argon2, 'verify').mockImplementationOnce(async (hash, typed) => {
    const fits = await real(hash, typed)
    await change()
    return fits
  })
  try {
    return await signIn()
  } finally {
    verify.mockRestore()
  }
}

describe('while a password is tried', () => {
  test.each([
    ['a link sets another one', byLink],
    ['single sign-on takes its place', connect],
    ['an admin shuts its owner out', () => setDisabled(system, id, true, commandId())],
  ])('%s: it lets nobody in', async (_what, change) => {
    expect(await meanwhile(change)).toEqual({ kind: 'wrong' })
    expect(await openSessions()).toBe(0)
  })
  test('its owner changes it: it lets nobody in', async () => {
    const staff = await signedIn(email)
    expect(await meanwhile(() => changeOwn(staff))).toEqual({ kind: 'wrong' })
    expect(await openSessions()).toBe(1)
  })
  test('its owner turns a second factor on: it is asked for', async () => {
    const staff = await signedIn(email)
    expect(await meanwhile(() => turnOnApp(staff))).toMatchObject({ kind: 'second-factor' })
    expect(await openSessions()).toBe(1)
  })
})

test.each([
  ['another password', (hash: string) => ({ passwordHash: hash }), { kind: 'wrong' }],
  ['being shut out', () => ({ disabledAt: systemClock.now() }), { kind: 'wrong' }],
])('a session waits for a change to end that has begun: %s', async (_what, change, answer) => {
  const hash = await argon2.hash(other)
  let signing: Promise<SignInAnswer> | undefined
  await inTransaction(async tx => {
    await lockPerson(tx, id)
    await changePerson(tx, id, change(hash))
    await endSessionsOf(tx, id)
    signing ??= signIn()
    await untilBlocked(sql)
  })
  expect(await signing).toEqual(answer)
  expect(await openSessions()).toBe(0)
})

describe('a step between password and second factor is over', () => {
  test.each<[string, (staff: Staff) => Promise<unknown>]>([
    ['a link has set another password', byLink],
    ['its owner has changed the password', changeOwn],
    ['its owner has ended the other sessions', staff => endOtherSessions(staff, commandId())],
    ['single sign-on has taken the password’s place', connect],
    ['an admin has ended their sessions', () => endPersonsSessions(system, id, commandId())],
    ['they have another role', () => changeRole(system, id, 'privacy', commandId())],
    [
      'they were shut out and let in again',
      async () => {
        await setDisabled(system, id, true, commandId())
        await setDisabled(system, id, false, commandId())
      },
    ],
    [
      'an admin took the factor away, and another one was turned on',
      async staff => {
        await resetSecondFactor(system, id, commandId())
        await sql('update staff_session set revoked_at = null')
        await turnOnApp(staff)
      },
    ],
  ])('once %s', async (_what, change) => {
    const staff = await signedIn(email)
    await turnOnApp(staff)
    const step = await stepAfterPassword(email)
    await change(staff)
    expect(await signInBySecondFactor(step, { code: await appCode(id) }, home)).toEqual({ kind: 'over' })
  })
  test('of somebody else is not', async () => {
    await turnOnApp(await signedIn(email))
    const step = await stepAfterPassword(email)
    const lee = await aPerson('lee@staff.example')
    await endPersonsSessions(system, lee, commandId())
    expect(await signInBySecondFactor(step, { code: await appCode(id) }, home)).toMatchObject({ kind: 'in' })
  })
})

test('a session whose audit row can’t be written doesn’t begin, and its step stays open', async () => {
  await turnOnApp(await signedIn(email))
  const step = await stepAfterPassword(email)
  const before = await openSessions()
  const right = await appCode(id)
  await sql('alter table audit_entry rename to audit_entry_away')
  try {
    await expect(signInBySecondFactor(step, { code: right }, home)).rejects.toThrow()
  } finally {
    await sql('alter table audit_entry_away rename to audit_entry')
  }
  expect(await openSessions()).toBe(before)
  expect(await signInBySecondFactor(step, { code: right }, home)).toMatchObject({ kind: 'in' })
})
