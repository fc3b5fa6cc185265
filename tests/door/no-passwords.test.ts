import { beforeEach, describe, expect, test } from 'vitest'
import { signInMethods } from '@/lib/core/people/sign-in-methods'
import { signInByPassword } from '@/lib/door/sign-in/password'
import { secondFactorStep, signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import { signOut } from '@/lib/door/sign-in/session'
import { addPerson, sendPasswordLink } from '@/lib/door/staff/people'
import { passwordLinkOwner, setPassword } from '@/lib/door/staff/set-password'
import { env } from '@/lib/env'
import { invited, kim } from '@/tests/factories/inviting'
import { stepAfterPassword } from '@/tests/factories/second-factor'
import {
  commandId,
  home,
  onlySam,
  password,
  sam,
  signedIn,
  staffBySecret,
} from '@/tests/factories/signing-in'
import { letInBySingleSignOn, robin } from '@/tests/factories/single-sign-on'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const email = sam
let id = ''
const passwords = (on: boolean) => Object.assign(env(), { passwordSignIn: on })

beforeEach(async () => {
  passwords(true)
  id = await onlySam(sql)
})

describe('where only single sign-on lets anybody in', () => {
  test.each(signInMethods)('a session that was begun by %s counts only if that is the way', async method => {
    const { secret } = await signedIn(email)
    await sql('update staff_session set method = $1', [method])
    expect(await staffBySecret(secret)).toMatchObject({ email })
    passwords(false)
    const staff = await staffBySecret(secret)
    if (method === 'single-sign-on') expect(staff).toMatchObject({ email })
    else expect(staff).toBeNull()
  })
  test('the provider’s people come in', async () => {
    passwords(false)
    expect(await letInBySingleSignOn(robin)).toMatchObject({ method: 'single-sign-on' })
  })
  test('signing out ends a session that counts no more, so that it doesn’t come back', async () => {
    const { secret } = await signedIn(email)
    passwords(false)
    await signOut({ secret, isUnprefixed: false })
    passwords(true)
    expect(await staffBySecret(secret)).toBeNull()
  })
  test('a password lets nobody in, nor does the step after it', async () => {
    await sql(
      `insert into passkey (id, staff_id, credential, public_key, counter, transports, name)
       values ('key', $1, 'credential', '\\x00', 0, '{}', 'Laptop')`,
      [id],
    )
    const step = await stepAfterPassword(email)
    expect(await secondFactorStep(step)).toMatchObject({ passkey: expect.any(String) })
    passwords(false)
    expect(await secondFactorStep(step)).toBeNull()
    expect(await signInBySecondFactor(step, { code: '000000' }, home)).toEqual({ kind: 'over' })
    expect(await signInByPassword({ email, password }, home)).toEqual({ kind: 'wrong' })
  })
  test('a link to set a password is dead, also one that was pressed a moment ago', async () => {
    const token = await invited()
    passwords(false)
    expect(await passwordLinkOwner(token)).toBeNull()
    expect(await setPassword(token, password)).toEqual({ ok: false, why: 'link' })
    passwords(true)
    expect(await setPassword(token, password)).toMatchObject({ ok: true })
    passwords(false)
    expect(await setPassword(token, password)).toEqual({ ok: false, why: 'link' })
  })
  test('no link is mailed, in words; somebody who is added may connect', async () => {
    passwords(false)
    expect(await sendPasswordLink(system, id, commandId())).toMatchObject({
      ok: false,
      fields: { person: expect.stringContaining('single sign-on') },
    })
    const added = await addPerson(system, kim, commandId())
    expect(added).toMatchObject({ ok: true, email: kim.email })
    expect(added).not.toHaveProperty('link')
    expect(await db.staff.findFirst({ where: { email: kim.email } })).toMatchObject({
      connectUntil: expect.any(Date),
    })
    expect(await db.outbox.count({ where: { kind: 'set-password' } })).toBe(0)
  })
})
