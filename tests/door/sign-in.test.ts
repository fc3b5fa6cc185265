import argon2 from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { safePath } from '@/lib/auth/safe-path'
import { secretHash } from '@/lib/auth/session-token'
import { signInByPassword as signIn } from '@/lib/door/sign-in/password'
import { signOut as endBrowser } from '@/lib/door/sign-in/session'
import { addPerson, changeRole, sendPasswordLink, setDisabled } from '@/lib/door/staff/people'
import { signedInBy } from '@/lib/door/staff/require-staff'
import { newSecret } from '@/lib/secrets'
import {
  aPerson,
  commandId,
  home,
  onlySam,
  password,
  sam,
  signedIn,
  staffBySecret,
} from '@/tests/factories/signing-in'
import { staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

let id = ''
const email = sam
const signOut = (secret: string) => endBrowser({ secret, isUnprefixed: false })

beforeEach(async () => {
  id = await onlySam(sql)
})

describe('signing in', () => {
  test('with the right password, however the address is spelt', async () => {
    const answer = await signIn({ email: ' SAM@Staff.Example ', password }, home)
    expect(answer).toMatchObject({ kind: 'in' })
  })
  test('a wrong password, nobody by that name, a wildcard: the same answer', async () => {
    for (const given of [
      { email, password: 'not it at all' },
      { email: 'nobody@staff.example', password },
      { email: '%', password },
      { email: '___@staff.example', password },
      { email: 'sam@staff.example\0', password },
    ])
      expect(await signIn(given, home)).toEqual({ kind: 'wrong' })
  })
  test('anything but two texts is refused and asks the database nothing', async () => {
    for (const given of [
      { email: { not: '' }, password },
      { email: [email], password: [password] },
      null,
      'x',
    ])
      expect(await signIn(given, home)).toEqual({ kind: 'wrong' })
  })
  test('known and unknown people take the same work: one hash of the same cost is tried', async () => {
    const tried = vi.spyOn(argon2, 'verify')
    await signIn({ email, password: 'not it at all' }, home)
    await signIn({ email: 'nobody@staff.example', password: 'not it at all' }, home)
    const costs = tried.mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4))
    tried.mockRestore()
    expect(costs).toEqual([
      ['argon2id', 'v=19', 'm=19456,t=2,p=1'],
      ['argon2id', 'v=19', 'm=19456,t=2,p=1'],
    ])
  })
  test('twenty wrong tries are throttled, from one address and from many', async () => {
    const answers = []
    for (let at = 0; at < 20; at++)
      answers.push(await signIn({ email, password: `wrong ${at}` }, { ...home, address: `192.0.2.${at}` }))
    expect(answers.filter(answer => answer.kind === 'too-many')).toHaveLength(10)
  })
  test('tries in parallel slip through no better', async () => {
    const tries = Array.from({ length: 20 }, (_, at) => signIn({ email, password: `wrong ${at}` }, home))
    const answers = await Promise.all(tries)
    expect(answers.filter(answer => answer.kind === 'too-many')).toHaveLength(10)
  })
  test('one network is throttled over many people', async () => {
    const answers = []
    for (let at = 0; at < 65; at++)
      answers.push(await signIn({ email: `nobody${at}@staff.example`, password }, home))
    expect(answers.filter(answer => answer.kind === 'too-many')).toHaveLength(5)
  })
  test('strangers who guess don’t lock the owner out of a browser they have used before', async () => {
    const { device } = await signedIn(email)
    for (let at = 0; at < 12; at++)
      await signIn({ email, password: 'guess' }, { ...home, address: '203.0.113.9' })
    expect(await signIn({ email, password }, home)).toMatchObject({ kind: 'too-many' })
    expect(await signIn({ email, password }, { ...home, device })).toMatchObject({ kind: 'in' })
  })
  test('another person’s device cookie is worth nothing', async () => {
    const { device } = await signedIn(email)
    await aPerson('eve@staff.example', 'admin')
    for (let at = 0; at < 12; at++)
      await signIn({ email: 'eve@staff.example', password: 'guess' }, { ...home, device })
    const answer = await signIn({ email: 'eve@staff.example', password }, { ...home, device })
    expect(answer).toMatchObject({ kind: 'too-many' })
  })
  test('right passwords use nothing up', async () => {
    for (let at = 0; at < 12; at++)
      expect(await signIn({ email, password }, home)).toMatchObject({ kind: 'in' })
  })
})

describe('a session', () => {
  test('is a new secret each time, kept only as its hash', async () => {
    const [first, second] = [await signedIn(email), await signedIn(email)]
    expect(first.secret).not.toBe(second.secret)
    const rows = await sql<{ all: string }>('select staff_session::text as all from staff_session')
    expect(rows.map(row => row.all).join()).not.toContain(first.secret)
  })
  test('ends where the same browser signs in again, as whom it may be', async () => {
    const [mine, elsewhere] = [await signedIn(email), await signedIn(email)]
    const refused = await signIn({ email, password: 'not it at all' }, { ...home, session: mine.secret })
    expect(refused).toEqual({ kind: 'wrong' })
    expect(await staffBySecret(mine.secret)).not.toBeNull()
    const again = await signedIn(email, { ...home, session: mine.secret })
    expect(await staffBySecret(mine.secret)).toBeNull()
    await aPerson('eve@staff.example')
    await signedIn('eve@staff.example', { ...home, session: again.secret })
    expect(await staffBySecret(again.secret)).toBeNull()
    expect(await staffBySecret(elsewhere.secret)).not.toBeNull()
  })
  test('says who is signed in, with the role that they have now', async () => {
    const { secret } = await signedIn(email)
    expect(await staffBySecret(secret)).toMatchObject({ email, actor: { kind: 'staff', id, via: 'browser' } })
  })
  test('planted before signing in, or invented, opens nothing', async () => {
    for (const secret of [undefined, '', 'x', 'A'.repeat(43), 'A'.repeat(5000)])
      expect(await staffBySecret(secret)).toBeNull()
  })
  test('ends with signing out', async () => {
    const { secret } = await signedIn(email)
    await signOut(secret)
    expect(await staffBySecret(secret)).toBeNull()
  })
  test.each([
    ['8 hours without a page', `update staff_session set last_seen_at = now() - interval '8 hours 1 second'`],
    ['24 hours in any case', `update staff_session set created_at = now() - interval '24 hours 1 second'`],
  ])('ends after %s', async (_what, statement) => {
    const { secret } = await signedIn(email)
    await sql(statement)
    expect(await staffBySecret(secret)).toBeNull()
  })
  test('ends by the settings, also one that is open already', async () => {
    const { secret } = await signedIn(email)
    const set = (ends: object) =>
      sql(
        `insert into setting (key, value) values ('session-ends', $1) on conflict (key) do update set value = $1`,
        [JSON.stringify(ends)],
      )
    await sql(
      `update staff_session set created_at = now() - interval '30 hours', last_seen_at = now() - interval '2 hours'`,
    )
    await set({ idleHours: 1, longestHours: 48 })
    expect(await staffBySecret(secret)).toBeNull()
    await set({ idleHours: 3, longestHours: 48 })
    expect(await staffBySecret(secret)).not.toBeNull()
    await set({ idleHours: 3, longestHours: 29 })
    expect(await staffBySecret(secret)).toBeNull()
    await sql(`delete from setting where key = 'session-ends'`)
  })
  test('of a former version opens the desk by its old cookie, and a new one doesn’t', async () => {
    const { secret } = await signedIn(email)
    expect(await signedInBy({ secret, isUnprefixed: true })).toBeNull()
    await sql('update staff_session set unprefixed = true')
    expect(await signedInBy({ secret, isUnprefixed: true })).toMatchObject({ email })
  })
  test('begun before the upgrade opens the desk under the role of now', async () => {
    const secret = newSecret()
    await sql(
      `insert into staff_session (id, staff_id, token_hash, expires_at, unprefixed) values ('old', $1, $2, now() + interval '3 hours', true)`,
      [id, secretHash('staff session', secret)],
    )
    expect(await signedInBy({ secret, isUnprefixed: true })).toMatchObject({
      method: 'password',
      lacksFactor: false,
      actor: { role: 'support-engineer' },
    })
  })
  test.each([
    ['a new role', () => changeRole(system, id, 'privacy', commandId())],
    ['being shut out', () => setDisabled(system, id, true, commandId())],
  ])('ends at once with %s', async (_what, change) => {
    const { secret } = await signedIn(email)
    expect(await change()).toMatchObject({ ok: true })
    expect(await staffBySecret(secret)).toBeNull()
  })
  test('of somebody shut out can’t be begun', async () => {
    await setDisabled(system, id, true, commandId())
    expect(await signIn({ email, password }, home)).toEqual({ kind: 'wrong' })
  })
})

describe('managing people', () => {
  test.each(['support-engineer', 'privacy', 'console-engineer', 'support-readiness', 'forum-admin'] as const)(
    '%s may not',
    async role => {
      const before = await sql('select * from staff')
      const input = { email: 'x@staff.example', name: 'X', role: 'admin' }
      for (const denied of [
        await addPerson(staffOf(role), input, commandId()),
        await changeRole(staffOf(role), id, 'admin', commandId()),
        await setDisabled(staffOf(role), id, true, commandId()),
        await sendPasswordLink(staffOf(role), id, commandId()),
      ])
        expect(denied).toMatchObject({ ok: false, status: 403 })
      expect(await sql('select * from staff')).toEqual(before)
    },
  )
  test('the last admin stays', async () => {
    const admin = await aPerson('ada@staff.example', 'admin')
    await sql(`update staff set disabled_at = now() where role = 'admin' and id <> $1`, [admin])
    expect(await setDisabled(system, admin, true, commandId())).toMatchObject({
      ok: false,
      status: 422,
    })
    expect(await changeRole(system, admin, 'privacy', commandId())).toMatchObject({
      ok: false,
      status: 422,
    })
  })
  test('an admin who was just invited, and can’t sign in yet, is no other admin', async () => {
    const admin = await aPerson('ada@staff.example', 'admin')
    await sql(`update staff set disabled_at = now() where role = 'admin' and id <> $1`, [admin])
    const invited = { email: 'new@staff.example', name: 'New', role: 'admin' }
    expect(await addPerson(system, invited, commandId())).toMatchObject({ ok: true })
    expect(await setDisabled(system, admin, true, commandId())).toMatchObject({ ok: false, status: 422 })
    const wrong = { email: 'wrong@staff.example', name: 'Wrong', role: 'admin' }
    await addPerson(system, wrong, commandId())
    const { id: mistaken } = await db.staff.findFirstOrThrow({ where: { email: wrong.email } })
    expect(await setDisabled(system, mistaken, true, commandId())).toMatchObject({ ok: true })
    await sql(`update staff set password_hash = null where id = $1`, [admin])
    expect(await changeRole(system, admin, 'privacy', commandId())).toMatchObject({ ok: true })
    await sql(`update staff set role = 'admin', password_hash = 'x' where id = $1`, [admin])
    await sql(`update staff set password_hash = 'set since' where email = $1`, [invited.email])
    expect(await setDisabled(system, admin, true, commandId())).toMatchObject({ ok: true })
  })
  test('each change leaves one audit row, however often it arrives', async () => {
    const same = commandId()
    await Promise.all([1, 2, 3].map(() => changeRole(staffOf('admin'), id, 'forum-admin', same)))
    const rows = await db.auditEntry.findMany({ where: { commandId: same } })
    expect(rows).toMatchObject([{ command: 'change-role', actorId: 'a-admin', facts: { to: 'forum-admin' } }])
  })
})

test.each([
  ['/requests?view=mine', '/requests?view=mine'],
  ['//evil.example', '/home'],
  ['/\\evil.example', '/home'],
  ['/\t/evil.example', '/home'],
  ['https://evil.example', '/home'],
  ['/a/..//evil.example', '/home'],
  ['/./\u00ad/evil.example', '/home'],
  [undefined, '/home'],
])('after signing in, %s leads to %s', (given, path) => {
  expect(safePath(given, '/home')).toBe(path)
})
