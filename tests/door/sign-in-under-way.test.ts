import argon2 from '@node-rs/argon2'
import { generate } from 'otplib'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '@/lib/clock'
import { changeOwnPassword, endOtherSessions } from '@/lib/door/account/own-account'
import { startOwnApp, turnOnOwnApp } from '@/lib/door/account/own-factor'
import { type SignInAnswer, signInByPassword } from '@/lib/door/sign-in/password'
import { signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import { addPerson, changeRole, setDisabled } from '@/lib/door/staff/people'
import { endPersonsSessions, resetSecondFactor } from '@/lib/door/staff/people-sign-in'
import type { Staff } from '@/lib/door/staff/require-staff'
import { setPassword } from '@/lib/door/staff/set-password'
import { env } from '@/lib/env'
import { inTransaction } from '@/lib/store/database/transaction'
import { connectIdentity } from '@/lib/store/staff/identities'
import { readApp } from '@/lib/store/staff/second-factor'
import { changePerson, lockPerson } from '@/lib/store/staff/staff'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { aPerson, home, password, signedIn } from '@/tests/factories/signing-in'
import { employ } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const email = 'sam@staff.example'
const other = 'another good one'
let id = ''
let commands = 0
const commandId = () => `test-${++commands}`

beforeEach(async () => {
  await sql('truncate staff cascade; truncate rate_limit')
  await employ(sql)
  id = await aPerson(email)
})

const signIn = () => signInByPassword({ email, password }, home)
const openSessions = () => db.staffSession.count({ where: { staffId: id, revokedAt: null } })

/** The code of so many time steps from now. */
async function code(steps = 0): Promise<string> {
  const secret = (await readApp(id, env().key))?.secret ?? ''
  return generate({ secret, epoch: Math.floor(systemClock.now().getTime() / 1000) + steps * 30 })
}

async function turnOn(staff: Staff): Promise<unknown> {
  await startOwnApp(staff, commandId())
  return await turnOnOwnApp(staff, await code(-1), home, commandId())
}

/** Changes the password by a mailed link, as somebody does who fears that it is known. */
async function byLink(): Promise<unknown> {
  const kim = { email: 'kim@staff.example', name: 'Kim', role: 'privacy' }
  const added = await addPerson(system, kim, commandId())
  const token = new URL((added.ok && added.link) || 'http://none').searchParams.get('token') ?? ''
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
    expect(await meanwhile(() => turnOn(staff))).toMatchObject({ kind: 'second-factor' })
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
    await vi.waitFor(async () => {
      const waiting = await sql(`select 1 from pg_locks where not granted`)
      expect(waiting).toHaveLength(1)
    }, 10_000)
  })
  expect(await signing).toEqual(answer)
  expect(await openSessions()).toBe(0)
})

describe('a step between password and second factor is over', () => {
  async function asked(): Promise<string> {
    const answer = await signIn()
    if (answer.kind !== 'second-factor') throw new Error(`the sign-in answered ${answer.kind}`)
    return answer.step
  }
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
        await turnOn(staff)
      },
    ],
  ])('once %s', async (_what, change) => {
    const staff = await signedIn(email)
    await turnOn(staff)
    const step = await asked()
    await change(staff)
    expect(await signInBySecondFactor(step, { code: await code() }, home)).toEqual({ kind: 'over' })
  })
  test('of somebody else is not', async () => {
    await turnOn(await signedIn(email))
    const step = await asked()
    const lee = await aPerson('lee@staff.example')
    await endPersonsSessions(system, lee, commandId())
    expect(await signInBySecondFactor(step, { code: await code() }, home)).toMatchObject({ kind: 'in' })
  })
})

test('a session whose audit row can’t be written doesn’t begin, and its step stays open', async () => {
  await turnOn(await signedIn(email))
  const answer = await signIn()
  if (answer.kind !== 'second-factor') throw new Error(`the sign-in answered ${answer.kind}`)
  const before = await openSessions()
  const right = await code()
  await sql('alter table audit_entry rename to audit_entry_away')
  try {
    await expect(signInBySecondFactor(answer.step, { code: right }, home)).rejects.toThrow()
  } finally {
    await sql('alter table audit_entry_away rename to audit_entry')
  }
  expect(await openSessions()).toBe(before)
  expect(await signInBySecondFactor(answer.step, { code: right }, home)).toMatchObject({ kind: 'in' })
})
