import { beforeEach, describe, expect, test } from 'vitest'
import { confirmAgain } from '@/lib/door/account/confirm'
import { renewOwnCodes, startOwnApp, turnOffOwnApp, turnOnOwnApp } from '@/lib/door/account/own-factor'
import { signInByPassword } from '@/lib/door/sign-in/password'
import { signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import { appCode, appSecret, stepAfterPassword, turnOnApp } from '@/tests/factories/second-factor'
import {
  aPerson,
  commandId,
  home,
  letIn,
  onlySam,
  password,
  sam,
  signedIn,
  staffBySecret,
} from '@/tests/factories/signing-in'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const email = sam
let id = ''

beforeEach(async () => {
  id = await onlySam(sql)
})

describe('turning an authenticator app on', () => {
  test('a secret alone turns nothing on, nor does a wrong code', async () => {
    const staff = await signedIn(email)
    await startOwnApp(staff, commandId())
    expect(await turnOnOwnApp(staff, '000000', home, commandId())).toMatchObject({ ok: false, status: 422 })
    expect(await signInByPassword({ email, password }, home)).toMatchObject({ kind: 'in' })
  })
  test('gives ten recovery codes, which are kept as hashes, and ends the other sessions', async () => {
    const other = await signedIn(email)
    const staff = await signedIn(email)
    const codes = await turnOnApp(staff)
    expect(new Set(codes).size).toBe(10)
    const kept = await sql<{ all: string }>('select recovery_code::text as all from recovery_code')
    for (const recovery of codes.map(text => text.replace('-', '')))
      expect(kept.map(row => row.all).join()).not.toContain(recovery)
    expect(await staffBySecret(other.secret)).toBeNull()
    expect(await staffBySecret(staff.secret)).toMatchObject({ method: 'password-and-code' })
  })
  test('the secret is sealed in the database, and the person gets a mail', async () => {
    await turnOnApp(await signedIn(email))
    const [row] = await sql<{ sealed: Buffer }>('select sealed from authenticator')
    expect(row?.sealed.toString('latin1')).not.toContain(await appSecret(id))
    expect(await db.outbox.count({ where: { kind: 'account-changed', recipient: email } })).toBe(1)
  })
  test('needs a proof of who it is from the last ten minutes', async () => {
    const staff = await signedIn(email)
    const stale = { ...staff, confirmedAt: new Date(staff.confirmedAt.getTime() - 11 * 60_000) }
    expect(await startOwnApp(stale, commandId())).toMatchObject({ ok: false, reason: 'confirm-again' })
  })
})

describe('signing in with a second factor', () => {
  test('between the password and the code nobody is signed in', async () => {
    await turnOnApp(await signedIn(email))
    const step = await stepAfterPassword(email)
    expect(await staffBySecret(step)).toBeNull()
  })
  test('the session that the browser had ends with the code, and not with the password', async () => {
    const staff = await signedIn(email)
    await turnOnApp(staff)
    const caller = { ...home, session: staff.secret }
    const answer = await signInByPassword({ email, password }, caller)
    expect(await staffBySecret(staff.secret)).not.toBeNull()
    const step = answer.kind === 'second-factor' ? answer.step : undefined
    letIn(await signInBySecondFactor(step, { code: await appCode(id) }, caller))
    expect(await staffBySecret(staff.secret)).toBeNull()
  })
  test('a right code lets in, and counts no second time', async () => {
    await turnOnApp(await signedIn(email))
    const right = await appCode(id)
    expect(await signInBySecondFactor(await stepAfterPassword(email), { code: right }, home)).toMatchObject({
      kind: 'in',
    })
    expect(await signInBySecondFactor(await stepAfterPassword(email), { code: right }, home)).toEqual({
      kind: 'wrong',
    })
  })
  test('the same code at the same moment lets in once', async () => {
    await turnOnApp(await signedIn(email))
    const right = await appCode(id)
    const steps = [
      await stepAfterPassword(email),
      await stepAfterPassword(email),
      await stepAfterPassword(email),
    ]
    const answers = await Promise.all(steps.map(step => signInBySecondFactor(step, { code: right }, home)))
    expect(answers.filter(({ kind }) => kind === 'in')).toHaveLength(1)
  })
  test('a clock may be off by one step, and by no more', async () => {
    await turnOnApp(await signedIn(email))
    expect(
      await signInBySecondFactor(await stepAfterPassword(email), { code: await appCode(id, 3) }, home),
    ).toEqual({
      kind: 'wrong',
    })
    expect(
      await signInBySecondFactor(await stepAfterPassword(email), { code: await appCode(id, -120) }, home),
    ).toEqual({
      kind: 'wrong',
    })
    expect(
      await signInBySecondFactor(await stepAfterPassword(email), { code: await appCode(id, 1) }, home),
    ).toMatchObject({
      kind: 'in',
    })
  })
  test('a recovery code lets in once, however it is typed', async () => {
    const [first = ''] = await turnOnApp(await signedIn(email))
    const typed = ` ${first.replace('-', ' ').toUpperCase()} `
    const session = letIn(await signInBySecondFactor(await stepAfterPassword(email), { code: typed }, home))
    expect(await staffBySecret(session.secret)).toMatchObject({ method: 'password-and-recovery-code' })
    expect(await signInBySecondFactor(await stepAfterPassword(email), { code: first }, home)).toEqual({
      kind: 'wrong',
    })
  })
  test('the same recovery code at the same moment lets in once', async () => {
    const [first = ''] = await turnOnApp(await signedIn(email))
    const steps = [
      await stepAfterPassword(email),
      await stepAfterPassword(email),
      await stepAfterPassword(email),
    ]
    const answers = await Promise.all(steps.map(step => signInBySecondFactor(step, { code: first }, home)))
    expect(answers.filter(({ kind }) => kind === 'in')).toHaveLength(1)
  })
  test('a step is over after five wrong answers, and with a right one', async () => {
    await turnOnApp(await signedIn(email))
    const step = await stepAfterPassword(email)
    const answers = []
    for (let at = 0; at < 6; at++) answers.push(await signInBySecondFactor(step, { code: '000000' }, home))
    expect(answers.map(({ kind }) => kind)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'over', 'over'])
    const used = await stepAfterPassword(email)
    letIn(await signInBySecondFactor(used, { code: await appCode(id) }, home))
    expect(await signInBySecondFactor(used, { code: await appCode(id, 1) }, home)).toEqual({ kind: 'over' })
  })
  test('wrong codes are limited over all steps, and a known browser has tries of its own', async () => {
    const { device } = await signedIn(email)
    await turnOnApp(await signedIn(email))
    const guesses = []
    for (let at = 0; at < 12; at++)
      guesses.push(
        await signInBySecondFactor(
          await stepAfterPassword(email),
          { code: '000000' },
          { ...home, address: `198.51.100.${at}` },
        ),
      )
    expect(guesses.filter(({ kind }) => kind === 'too-many')).toHaveLength(2)
    expect(
      await signInBySecondFactor(
        await stepAfterPassword(email),
        { code: await appCode(id) },
        { ...home, device },
      ),
    ).toMatchObject({
      kind: 'in',
    })
  })
  test.each([
    { code: { not: '' } },
    { code: ['123456'] },
    {},
    null,
    { passkey: '{' },
    { passkey: 'x'.repeat(30_000) },
  ])('%o is no second factor', async given => {
    await turnOnApp(await signedIn(email))
    expect(await signInBySecondFactor(await stepAfterPassword(email), given, home)).toEqual({ kind: 'wrong' })
  })
  test('somebody else’s step and code fit nobody', async () => {
    await turnOnApp(await signedIn(email))
    await aPerson('eve@staff.example', 'admin')
    expect(await signInBySecondFactor('A'.repeat(43), { code: await appCode(id) }, home)).toEqual({
      kind: 'over',
    })
  })
})

describe('a role that must have a second factor', () => {
  const demand = (roles: string[]) =>
    sql(
      `insert into setting (key, value) values ('second-factor', $1) on conflict (key) do update set value = $1`,
      [JSON.stringify(roles)],
    )
  test('counts for sessions that are open, and is met by turning one on', async () => {
    const staff = await signedIn(email)
    await demand(['support-engineer'])
    expect(await staffBySecret(staff.secret)).toMatchObject({ lacksFactor: true })
    await turnOnApp(staff)
    expect(await staffBySecret(staff.secret)).toMatchObject({ lacksFactor: false })
    await turnOffOwnApp((await staffBySecret(staff.secret)) ?? staff, commandId())
    expect(await staffBySecret(staff.secret)).toMatchObject({ lacksFactor: true })
    await sql(`delete from setting where key = 'second-factor'`)
  })
  test('is met by single sign-on, whose own rules count', async () => {
    const staff = await signedIn(email)
    await demand(['support-engineer'])
    await sql(`update staff_session set method = 'single-sign-on'`)
    expect(await staffBySecret(staff.secret)).toMatchObject({ lacksFactor: false })
    await sql(`delete from setting where key = 'second-factor'`)
  })
})

describe('confirming by a code', () => {
  test('is refused with the code that let somebody in, and done with the next', async () => {
    const staff = await signedIn(email)
    await turnOnApp(staff)
    const right = await appCode(id)
    letIn(await signInBySecondFactor(await stepAfterPassword(email), { code: right }, home))
    expect(await confirmAgain(staff, { code: right }, home)).toBe('wrong')
    expect(await confirmAgain(staff, { code: await appCode(id, 1) }, home)).toBe('yes')
  })
  test('at the moment of a sign-in by the same code, one of the two is refused', async () => {
    const staff = await signedIn(email)
    const [recovery = ''] = await turnOnApp(staff)
    for (const given of [await appCode(id), recovery]) {
      const step = await stepAfterPassword(email)
      const [signIn, confirmed] = await Promise.all([
        signInBySecondFactor(step, { code: given }, home),
        confirmAgain(staff, { code: given }, home),
      ])
      expect([signIn.kind === 'in', confirmed === 'yes'].filter(Boolean), given).toHaveLength(1)
    }
  })
})

test('new recovery codes end the old ones', async () => {
  const staff = await signedIn(email)
  const [old = ''] = await turnOnApp(staff)
  const done = await renewOwnCodes(staff, commandId())
  expect(await signInBySecondFactor(await stepAfterPassword(email), { code: old }, home)).toEqual({
    kind: 'wrong',
  })
  const [fresh = ''] = (done.ok && done.codes) || []
  expect(await signInBySecondFactor(await stepAfterPassword(email), { code: fresh }, home)).toMatchObject({
    kind: 'in',
  })
})
