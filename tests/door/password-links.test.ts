import { beforeEach, describe, expect, test } from 'vitest'
import { secretHash } from '@/lib/auth/session-token'
import { signInByPassword as signIn } from '@/lib/door/sign-in/password'
import { sendPasswordLink, setDisabled } from '@/lib/door/staff/people'
import { passwordLinkOwner, setPassword } from '@/lib/door/staff/set-password'
import { newSecret } from '@/lib/secrets'
import { transaction } from '@/lib/store/database/client'
import { connectIdentity } from '@/lib/store/staff/identities'
import { createPasswordLink } from '@/lib/store/staff/password-links'
import { invited } from '@/tests/factories/inviting'
import {
  commandId,
  home,
  onlySam,
  password,
  sam,
  signedIn,
  staffBySecret,
} from '@/tests/factories/signing-in'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

let id = ''
const email = sam

beforeEach(async () => {
  id = await onlySam(sql)
})

describe('the link to set a password', () => {
  const other = 'lee@staff.example'
  test('is mailed; looking at it changes nothing; it works once', async () => {
    const token = await invited()
    for (let at = 0; at < 3; at++)
      expect(await passwordLinkOwner(token)).toMatchObject({ email: 'kim@staff.example' })
    expect(await setPassword(token, password)).toEqual({
      ok: true,
      email: 'kim@staff.example',
      device: expect.any(String),
    })
    expect(await signIn({ email: 'kim@staff.example', password }, home)).toMatchObject({ kind: 'in' })
    expect(await setPassword(token, 'another good one')).toEqual({ ok: false, why: 'link' })
    expect(await db.outbox.count({ where: { kind: 'set-password', recipient: 'kim@staff.example' } })).toBe(1)
  })
  test('used twice at the same moment works once', async () => {
    const token = await invited()
    const answers = await Promise.all([setPassword(token, password), setPassword(token, 'another good one')])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  })
  test('pressed twice with the same password is answered twice alike, and after a while no more', async () => {
    const token = await invited()
    const press = () => setPassword(token, password)
    const same = { ok: true, email: 'kim@staff.example', device: expect.any(String) }
    expect(await Promise.all([press(), press()])).toEqual([same, same])
    expect(await press()).toEqual(same)
    await sql(`update password_link set used_at = used_at - interval '3 minutes'`)
    expect(await press()).toEqual({ ok: false, why: 'link' })
  })
  test('is over after 48 hours, and with a newer one', async () => {
    const old = await invited()
    const [row] = await sql<{ id: string }>(`select id from staff where email = 'kim@staff.example'`)
    await sendPasswordLink(system, row?.id ?? '', commandId())
    expect(await setPassword(old, password)).toEqual({ ok: false, why: 'link' })
    const other = await invited({ email: 'lee@staff.example' })
    await sql(`update password_link set expires_at = now()`)
    expect(await setPassword(other, password)).toEqual({ ok: false, why: 'link' })
  })
  test('that was superseded isn’t taken for one that was pressed, even with the password of now', async () => {
    const old = await invited({ email: other })
    const { id: kim } = await db.staff.findFirstOrThrow({ where: { email: other } })
    const newer = newSecret()
    await transaction(tx => createPasswordLink(tx, kim, secretHash('password link', newer) ?? ''))
    expect(await setPassword(newer, password)).toMatchObject({ ok: true })
    expect(await setPassword(old, password)).toEqual({ ok: false, why: 'link' })
  })
  test('is over once its owner was shut out, also when they are let in again', async () => {
    const token = await invited({ email: other })
    const { id: kim } = await db.staff.findFirstOrThrow({ where: { email: other } })
    await setDisabled(system, kim, true, commandId())
    await setDisabled(system, kim, false, commandId())
    expect(await passwordLinkOwner(token)).toBeNull()
    expect(await setPassword(token, password)).toEqual({ ok: false, why: 'link' })
  })
  test('is over once its owner signs in by single sign-on, and stays so', async () => {
    const token = await invited({ email: other })
    const { id: kim } = await db.staff.findFirstOrThrow({ where: { email: other } })
    const identity = { issuer: 'https://login.corp.example', subject: 'k1' }
    await transaction(tx => connectIdentity(tx, kim, identity))
    await sql('update staff set oidc_issuer = null, oidc_subject = null where id = $1', [kim])
    expect(await setPassword(token, password)).toEqual({ ok: false, why: 'link' })
  })
  test.each([
    'short',
    'password1234',
    'PASSWORD 1234',
    'aaaaaaaaaaaaaaaa',
    'kim@staff.example',
    'qwertyuiop123',
  ])('refuses %s and stays usable', async weak => {
    const token = await invited()
    expect(await setPassword(token, weak)).toMatchObject({ ok: false, why: 'password' })
    expect(await passwordLinkOwner(token)).not.toBeNull()
  })
  test('refuses the person’s own name', async () => {
    const token = await invited({ email: 'pq@staff.example', name: 'Persephone Quillfeather' })
    expect(await setPassword(token, 'Persephone-Quillfeather')).toMatchObject({
      why: 'password',
      problem: expect.stringContaining('your name'),
    })
  })
  test('lets its person in past the guesses of strangers, pressed once or twice, and nobody else', async () => {
    const kim = 'kim@staff.example'
    const token = await invited()
    for (let at = 0; at < 12; at++)
      await signIn({ email: kim, password: 'guess' }, { ...home, address: `203.0.113.${at}` })
    for (let press = 1; press <= 2; press++) {
      const set = await setPassword(token, password)
      if (!set.ok) throw new Error('the link is good')
      const known = { ...home, device: set.device }
      expect(await signIn({ email: kim, password }, known)).toMatchObject({ kind: 'in' })
      expect(await signIn({ email: kim, password }, home)).toMatchObject({ kind: 'too-many' })
    }
    const other = await setPassword(await invited({ email: 'lee@staff.example' }), password)
    const device = other.ok ? other.device : undefined
    expect(await signIn({ email: kim, password }, { ...home, device })).toMatchObject({ kind: 'too-many' })
  })
  test('ends every session of its person', async () => {
    const { secret } = await signedIn(email)
    await sendPasswordLink(system, id, commandId())
    expect(await staffBySecret(secret)).not.toBeNull()
    const hash = `select token_hash from password_link`
    expect(await sql(hash)).toHaveLength(1)
    const token = await invited()
    await sql(`update password_link set staff_id = $1 where used_at is null`, [id])
    expect(await setPassword(token, 'another good one')).toMatchObject({ ok: true })
    expect(await staffBySecret(secret)).toBeNull()
  })
})
