import { beforeEach, describe, expect, test } from 'vitest'
import { beginConfirm, confirmAgain } from '@/lib/door/account/confirm'
import { beginOwnPasskey, finishOwnPasskey, removeOwnPasskey } from '@/lib/door/account/own-passkeys'
import { passkeyRequest, signInChallenge } from '@/lib/door/sign-in/passkey'
import { signInByPassword } from '@/lib/door/sign-in/password'
import { signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import type { Staff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { stepAfterPassword } from '@/tests/factories/second-factor'
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
import { type SoftPasskey, softPasskey } from '@/tests/support/soft-passkey'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const kim = 'kim@staff.example'
const here = () => ({ origin: new URL(env().appUrl).origin })
const elsewhere = { origin: 'https://evil.example' }

beforeEach(async () => {
  await onlySam(sql)
  await aPerson(kim)
})

async function offered(staff: Staff): Promise<{ step: string; options: string }> {
  const begun = await beginOwnPasskey(staff, commandId())
  if (!begun.ok || !begun.step || !begun.options) throw new Error('no passkey was offered')
  return { step: begun.step, options: begun.options }
}

/** Adds a passkey, and answers what the door said. */
async function added(staff: Staff, passkey: SoftPasskey, told: { origin: string; site?: string } = here()) {
  const { step, options } = await offered(staff)
  const made = passkey.make(options, told)
  return await finishOwnPasskey(staff, { step, made, name: 'Laptop' }, commandId())
}

/** The step after a right password, and the options that its page gives the browser. */
async function asked(email: string): Promise<{ step: string; options: string }> {
  const step = await stepAfterPassword(email)
  const person = await db.staff.findFirstOrThrow({ where: { email } })
  const options = await passkeyRequest(person.id, signInChallenge(step))
  if (!options) throw new Error('nothing was asked of a passkey')
  return { step, options }
}

describe('adding a passkey', () => {
  test('gives recovery codes with the first, and none with another', async () => {
    const staff = await signedIn(sam)
    expect(await added(staff, softPasskey())).toMatchObject({ ok: true, codes: { length: 10 } })
    const second = await added(staff, softPasskey())
    expect(second).toMatchObject({ ok: true })
    expect(second).not.toHaveProperty('codes')
  })
  test('is refused from another site', async () => {
    const staff = await signedIn(sam)
    expect(await added(staff, softPasskey(), elsewhere)).toMatchObject({ ok: false, status: 422 })
    expect(await added(staff, softPasskey(), { ...here(), site: 'evil.example' })).toMatchObject({
      ok: false,
    })
    expect(await db.passkey.count()).toBe(0)
  })
  test('is refused for another person’s step, and for a step that was used', async () => {
    const [mine, theirs] = [await signedIn(sam), await signedIn(kim)]
    const { step, options } = await offered(mine)
    const made = softPasskey().make(options, here())
    expect(await finishOwnPasskey(theirs, { step, made, name: '' }, commandId())).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
    expect(await finishOwnPasskey(mine, { step, made, name: '' }, commandId())).toMatchObject({ ok: true })
    const again = softPasskey().make(options, here())
    expect(await finishOwnPasskey(mine, { step, made: again, name: '' }, commandId())).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
  })
  test('is refused in another session of the same person than the one that asked', async () => {
    const [asking, elsewasking] = [await signedIn(sam), await signedIn(sam)]
    const { step, options } = await offered(asking)
    const made = softPasskey().make(options, here())
    expect(await finishOwnPasskey(elsewasking, { step, made, name: '' }, commandId())).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
    expect(await finishOwnPasskey(asking, { step, made, name: '' }, commandId())).toMatchObject({ ok: true })
  })
  test('is refused where somebody has this passkey already', async () => {
    const passkey = softPasskey()
    await added(await signedIn(sam), passkey)
    expect(await added(await signedIn(kim), passkey)).toMatchObject({ ok: false, status: 422 })
  })
  test('anything else than a browser’s answer is refused in words', async () => {
    const staff = await signedIn(sam)
    for (const made of ['', 'null', '[]', '{"id":1}', `{"id":"${'a'.repeat(30_000)}"}`]) {
      const { step } = await offered(staff)
      expect(await finishOwnPasskey(staff, { step, made, name: '' }, commandId())).toMatchObject({
        ok: false,
        status: 422,
      })
    }
  })
})

describe('signing in with a passkey', () => {
  test('lets in after the password, once for each answer', async () => {
    const passkey = softPasskey()
    await added(await signedIn(sam), passkey)
    const { step, options } = await asked(sam)
    const given = { passkey: passkey.prove(options, here()) }
    const answer = await signInBySecondFactor(step, given, home)
    expect(answer).toMatchObject({ kind: 'in' })
    if (answer.kind === 'in')
      expect(await staffBySecret(answer.secret)).toMatchObject({ method: 'password-and-passkey' })
    expect(await signInBySecondFactor(step, given, home)).toEqual({ kind: 'over' })
    const next = await asked(sam)
    expect(await signInBySecondFactor(next.step, given, home)).toEqual({ kind: 'wrong' })
  })
  test('is refused with another person’s passkey, from another site, and for an unknown passkey', async () => {
    const [mine, theirs] = [softPasskey(), softPasskey()]
    await added(await signedIn(sam), mine)
    await added(await signedIn(kim), theirs)
    const { step, options } = await asked(sam)
    for (const passkey of [
      theirs.prove(options, here()),
      softPasskey().prove(options, here()),
      mine.prove(options, elsewhere),
      mine.prove(options, { ...here(), site: 'evil.example' }),
    ])
      expect(await signInBySecondFactor(step, { passkey }, home)).toEqual({ kind: 'wrong' })
  })
  test('is refused where the passkey’s count goes back, as that of a copy does', async () => {
    const passkey = softPasskey()
    await added(await signedIn(sam), passkey)
    const first = await asked(sam)
    const given = { passkey: passkey.prove(first.options, { ...here(), counter: 5 }) }
    expect(await signInBySecondFactor(first.step, given, home)).toMatchObject({ kind: 'in' })
    for (const counter of [5, 4, 0]) {
      const { step, options } = await asked(sam)
      const copied = { passkey: passkey.prove(options, { ...here(), counter }) }
      expect(await signInBySecondFactor(step, copied, home), `count ${counter}`).toEqual({ kind: 'wrong' })
    }
  })
  test('the same answer at the same moment lets in once', async () => {
    const passkey = softPasskey()
    await added(await signedIn(sam), passkey)
    const { step, options } = await asked(sam)
    const given = { passkey: passkey.prove(options, here()) }
    const answers = await Promise.all([1, 2, 3].map(() => signInBySecondFactor(step, given, home)))
    expect(answers.filter(({ kind }) => kind === 'in')).toHaveLength(1)
  })
  test('a removed passkey lets in no more, and the password alone does again', async () => {
    const passkey = softPasskey()
    await added(await signedIn(sam), passkey)
    const { step, options } = await asked(sam)
    const answer = await signInBySecondFactor(step, { passkey: passkey.prove(options, here()) }, home)
    const staff = answer.kind === 'in' ? await staffBySecret(answer.secret) : null
    if (!staff) throw new Error('nobody is signed in')
    const { id } = await db.passkey.findFirstOrThrow()
    expect(await removeOwnPasskey(staff, id, commandId())).toMatchObject({ ok: true })
    expect(await signInByPassword({ email: sam, password }, home)).toMatchObject({ kind: 'in' })
  })
})

describe('confirming by a passkey', () => {
  test('counts once, in the session whose step it is, and not for signing in', async () => {
    const [passkey, other] = [softPasskey(), softPasskey()]
    const staff = await signedIn(sam)
    await added(staff, passkey)
    const theirs = await signedIn(kim)
    await added(theirs, other)
    const begun = await beginConfirm(staff)
    if (!begun) throw new Error('nothing was asked')
    const given = { passkey: passkey.prove(begun.options, here()), step: begun.step }
    expect(await confirmAgain(theirs, given, home)).toBe('wrong')
    const toOther = { passkey: other.prove(begun.options, here()), step: begun.step }
    expect(await confirmAgain(theirs, toOther, home)).toBe('wrong')
    expect(await signInBySecondFactor(begun.step, given, home)).toEqual({ kind: 'over' })
    const next = await asked(sam)
    const { secret } = letIn(
      await signInBySecondFactor(next.step, { passkey: passkey.prove(next.options, here()) }, home),
    )
    const sameElsewhere = await staffBySecret(secret)
    if (!sameElsewhere) throw new Error('nobody is signed in')
    expect(await confirmAgain(sameElsewhere, given, home)).toBe('wrong')
    expect(await confirmAgain(staff, given, home)).toBe('yes')
    expect(await confirmAgain(staff, given, home)).toBe('wrong')
  })
  test('asks for a PIN or a finger: a key that was left in the machine can be touched by anybody', async () => {
    const passkey = softPasskey()
    const staff = await signedIn(sam)
    await added(staff, passkey)
    const touched = { ...here(), isVerified: false }
    const begun = await beginConfirm(staff)
    if (!begun) throw new Error('nothing was asked')
    expect(JSON.parse(begun.options)).toMatchObject({ userVerification: 'required' })
    const given = { passkey: passkey.prove(begun.options, touched), step: begun.step }
    expect(await confirmAgain(staff, given, home)).toBe('wrong')
  })
  test('after the password, at signing in, a touch is enough', async () => {
    const passkey = softPasskey()
    await added(await signedIn(sam), passkey)
    const { step, options } = await asked(sam)
    expect(JSON.parse(options)).toMatchObject({ userVerification: 'preferred' })
    const touched = { passkey: passkey.prove(options, { ...here(), isVerified: false }) }
    expect(await signInBySecondFactor(step, touched, home)).toMatchObject({ kind: 'in' })
  })
})
