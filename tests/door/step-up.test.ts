import { beforeEach, describe, expect, test, vi } from 'vitest'
import { FewAtOnce, LineFull } from '@/lib/auth/few-at-once'
import { staffActor } from '@/lib/core/people/make-actor'
import { confirmAgain } from '@/lib/door/account/confirm'
import { changeOwnPassword } from '@/lib/door/account/own-account'
import { endPersonsSessions, letPersonConnect, resetSecondFactor } from '@/lib/door/staff/people-sign-in'
import { saveSecondFactorRoles, saveSessionEnds } from '@/lib/door/staff/sign-in-rules'
import { readSetting } from '@/lib/store/settings/settings'
import { aPerson, commandId, home, password, signedIn, staffBySecret } from '@/tests/factories/signing-in'
import { employ } from '@/tests/factories/staff'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const email = 'ada@staff.example'
let id = ''

beforeEach(async () => {
  await sql('truncate staff cascade; truncate rate_limit; delete from setting')
  await employ(sql)
  id = await aPerson(email, 'admin')
})

/** An admin whose last proof of who they are is this old. */
async function admin(minutesAgo: number) {
  const { secret } = await signedIn(email)
  await sql(`update staff_session set confirmed_at = now() - make_interval(mins => $1) where staff_id = $2`, [
    minutesAgo,
    id,
  ])
  const staff = await staffBySecret(secret)
  if (!staff) throw new Error('nobody is signed in')
  return { ...staff, secret }
}

describe('what changes settings or people', () => {
  test('is done only within ten minutes of a proof of who it is', async () => {
    const late = await admin(11)
    const input = { roles: ['privacy'] }
    expect(await saveSecondFactorRoles(late.actor, input, commandId())).toMatchObject({
      ok: false,
      reason: 'confirm-again',
    })
    expect(await readSetting('second-factor')).toEqual([])
    expect(await confirmAgain(late, { password: 'not it at all' }, home)).toBe('wrong')
    expect(await saveSecondFactorRoles(late.actor, input, commandId())).toMatchObject({ ok: false })
    expect(await confirmAgain(late, { password }, home)).toBe('yes')
    expect(await saveSecondFactorRoles(late.actor, input, commandId())).toEqual({ ok: true })
    expect(await readSetting('second-factor')).toEqual(['privacy'])
  })
  test('where too many passwords wait to be checked nothing is confirmed or changed, and no try is lost', async () => {
    const late = await admin(11)
    let end = () => {}
    const ended = new Promise<void>(resolve => {
      end = resolve
    })
    const line = new FewAtOnce({ atOnce: 1, mostWaiting: 0 })
    vi.stubGlobal('habeasPasswordLine', line)
    const holding = line.run(() => ended)
    const change = { current: password, next: 'velvet harbour nine' }
    for (let at = 0; at < 12; at++) {
      await expect(confirmAgain(late, { password }, home)).rejects.toThrow(LineFull)
      await expect(changeOwnPassword(late, change, home, commandId())).rejects.toThrow(LineFull)
    }
    end()
    await holding
    vi.unstubAllGlobals()
    expect(await confirmAgain(late, { password }, home)).toBe('yes')
    expect(await changeOwnPassword(late, change, home, commandId())).toEqual({ ok: true })
  })
  test('a proof of nine minutes ago is enough', async () => {
    const { actor } = await admin(9)
    expect(await saveSessionEnds(actor, { idleHours: '2', longestHours: '12' }, commandId())).toEqual({
      ok: true,
    })
  })
})

test('a session can’t be idle for longer than it lasts', async () => {
  const { actor } = await admin(0)
  expect(await saveSessionEnds(actor, { idleHours: '13', longestHours: '12' }, commandId())).toMatchObject({
    fields: { idleHours: expect.any(String) },
  })
})

describe('an admin', () => {
  test('ends a person’s sessions', async () => {
    const { actor } = await admin(0)
    const kim = await aPerson('kim@staff.example')
    const { secret } = await signedIn('kim@staff.example')
    expect(await endPersonsSessions(actor, kim, commandId())).toEqual({ ok: true })
    expect(await staffBySecret(secret)).toBeNull()
  })
  test('takes a lost second factor away, which is audited and mailed; never their own', async () => {
    const { actor } = await admin(0)
    const kim = await aPerson('kim@staff.example')
    const command = commandId()
    expect(await resetSecondFactor(actor, kim, command)).toEqual({ ok: true })
    expect(await db.auditEntry.findUnique({ where: { commandId: command } })).toMatchObject({
      command: 'reset-second-factor',
      actorId: id,
      facts: { staff: kim },
    })
    expect(
      await db.outbox.count({ where: { kind: 'account-changed', recipient: 'kim@staff.example' } }),
    ).toBe(1)
    expect(await resetSecondFactor(actor, id, commandId())).toMatchObject({ ok: false, status: 422 })
  })
  test('lets nobody connect who is themselves', async () => {
    const { actor } = await admin(0)
    expect(await letPersonConnect(actor, id, commandId())).toMatchObject({ ok: false, status: 422 })
  })
  test('does neither by a token of theirs, nor for another account of their address', async () => {
    const { actor } = await admin(0)
    const token = { id: 'of-ada', name: 'A program', role: 'admin', tokenHash: 'of-ada', ownerId: id }
    await db.apiToken.create({ data: token })
    const program = staffActor(token.id, 'admin', 'token')
    const identity = { oidcIssuer: 'https://login.corp.example', oidcSubject: 'ada' }
    await db.staff.create({ data: { id: 'ada-again', email, name: 'Ada', role: 'admin', ...identity } })
    for (const who of [actor, program])
      for (const account of [id, 'ada-again'])
        for (const act of [resetSecondFactor, letPersonConnect])
          expect(await act(who, account, commandId())).toMatchObject({ ok: false, status: 422 })
  })
})
