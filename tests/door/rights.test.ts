import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { tokenHash } from '@/lib/auth/tokens'
import { type Role, roles, type StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { rank } from '@/lib/core/people/rank'
import { applyProposal, withdrawProposal } from '@/lib/door/handbook/proposals'
import { addPerson, changeRole, sendPasswordLink, setDisabled } from '@/lib/door/staff/people'
import { applyRight, withdrawRight } from '@/lib/door/staff/rights'
import { giveToken } from '@/lib/door/staff/tokens'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { findForSignIn } from '@/lib/store/staff/staff'
import { useToken } from '@/lib/store/staff/tokens'
import { employ, staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const { db, sql, url } = await testDatabase()
testEnvironment(url)

const press = () => `test:${randomUUID()}`
const [ada, anna, priya] = [staffOf('admin', 'ada'), staffOf('admin'), staffOf('privacy', 'priya')]
const fourEyes = { ok: false, reason: 'four-eyes' }
const staff = (id: string) => db.staff.findUniqueOrThrow({ where: { id } })
const waiting = async () => (await listRights(ada)).filter(right => right.state === 'open')
const newest = async () => (await waiting()).at(-1)?.id ?? 'none'

beforeEach(async () => {
  for (const table of ['outbox', 'proposal', 'api_token', 'staff']) await sql(`delete from ${table}`, [])
  await employ(sql)
})

/** Which moves count at once: towards less of what a role sees already, and from Privacy to admin, who has that say already. */
const atOnce: Readonly<Record<Role, readonly Role[]>> = {
  'support-engineer': ['support-readiness', 'console-engineer', 'forum-admin'],
  'support-readiness': [],
  'console-engineer': [],
  'forum-admin': [],
  privacy: ['support-engineer', 'support-readiness', 'console-engineer', 'forum-admin', 'admin'],
  admin: [],
}

describe('more sight of personal data', () => {
  test('follows from what a role sees, not from its name', () => {
    expect(roles.map(role => [role, rank(role)])).toEqual([
      ['support-engineer', 2],
      ['support-readiness', 1],
      ['console-engineer', 1],
      ['forum-admin', 1],
      ['privacy', 3],
      ['admin', 0],
    ])
  })
  test.each(roles.flatMap(to => roles.map(from => [from, to] as const)).filter(([from, to]) => from !== to))(
    '%s to %s waits where it sees other requests, or has a say in who does',
    async (from, to) => {
      await sql('update staff set role = $1 where id = $2', [from, 'finn'])
      const waits = !atOnce[from].includes(to)
      const done = await changeRole(ada, 'finn', to, press())
      expect(done).toMatchObject({ ok: true, ...(waits && { waits }) })
      expect((await staff('finn')).role).toBe(waits ? from : to)
      if (!waits) return
      expect(await applyRight(ada, await newest(), press())).toMatchObject(fourEyes)
      expect((await staff('finn')).role).toBe(from)
      expect(await applyRight(priya, await newest(), press())).toMatchObject({ ok: true })
      expect((await staff('finn')).role).toBe(to)
    },
  )
  test('counts at once at the command line', async () => {
    expect(await changeRole(system, 'finn', 'privacy', press())).toMatchObject({ ok: true })
    expect((await staff('finn')).role).toBe('privacy')
  })
  test('a second press is told the same as the first', async () => {
    const same = press()
    const done = { ok: true, waits: true }
    expect(await changeRole(ada, 'finn', 'privacy', same)).toMatchObject(done)
    expect(await changeRole(ada, 'finn', 'privacy', same)).toMatchObject(done)
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a second person', () => {
  test('is neither who proposed it, nor whom it is for, nor a token of either', async () => {
    await changeRole(ada, 'a-admin', 'privacy', press())
    const id = await newest()
    for (const owner of ['ada', 'a-admin', 'priya']) {
      const token = { id: `of-${owner}`, name: 'x', role: 'admin', tokenHash: owner, ownerId: owner }
      await db.apiToken.create({ data: token })
      const program = staffActor(token.id, 'admin', 'token')
      expect(await applyRight(program, id, press())).toMatchObject({ ok: false })
    }
    expect(await applyRight(ada, id, press())).toMatchObject(fourEyes)
    expect(await applyRight(anna, id, press())).toMatchObject(fourEyes)
    expect(await applyRight(priya, id, press())).toMatchObject({ ok: true })
  })
  test('is no other account of the same address, or a token of it', async () => {
    const identity = { oidcIssuer: 'https://login.corp.example', name: 'Again', role: 'admin' }
    for (const id of ['ada', 'priya']) {
      const { email } = await staff(id)
      const other = { ...identity, id: `${id}-again`, email: email.toUpperCase(), oidcSubject: id }
      await db.staff.create({ data: other })
    }
    const [adas, priyas] = [staffOf('admin', 'ada-again'), staffOf('admin', 'priya-again')]
    expect([await otherApprovers(ada), await otherApprovers(adas)]).toEqual([4, 4])
    await changeRole(ada, 'finn', 'privacy', press())
    expect(await applyRight(adas, await newest(), press())).toMatchObject(fourEyes)
    expect(await changeRole(adas, 'ada', 'privacy', press())).toMatchObject({ reason: 'invalid-input' })
    await made('privacy', ada, { owner: 'priya' })
    const token = await newest()
    for (const actor of [ada, adas, priya, priyas])
      expect(await applyRight(actor, token, press())).toMatchObject(fourEyes)
    expect(await applyRight(anna, token, press())).toMatchObject({ ok: true })
    await setDisabled(ada, 'priya-again', true, press())
    expect(await setDisabled(ada, 'priya-again', false, press())).toMatchObject({ waits: true })
    expect(await applyRight(priya, await newest(), press())).toMatchObject(fourEyes)
    expect(await applyRight(anna, await newest(), press())).toMatchObject({ ok: true })
  })
  test('is an admin or of Privacy, and does it through this door alone', async () => {
    await changeRole(ada, 'finn', 'privacy', press())
    const id = await newest()
    for (const role of roles.filter(role => !['admin', 'privacy'].includes(role)))
      expect(await applyRight(staffOf(role), id, press())).toMatchObject({ status: 403 })
    expect(await applyProposal(priya, id, press())).toMatchObject({ status: 404 })
    expect(await withdrawProposal(priya, id, press())).toMatchObject({ status: 404 })
    expect((await staff('finn')).role).toBe('forum-admin')
    expect(await withdrawRight(anna, id, press())).toMatchObject({ ok: true })
    expect(await applyRight(priya, id, press())).toMatchObject({ status: 404 })
    expect(await listRights(priya)).toMatchObject([
      {
        state: 'withdrawn',
        about: 'Finn',
        proposedBy: 'Ada',
        decidedBy: 'A Admin',
        value: { to: 'privacy' },
      },
    ])
  })
  test('applies what they saw: nothing that has changed since', async () => {
    await changeRole(ada, 'sam', 'privacy', press())
    await changeRole(ada, 'sam', 'forum-admin', press())
    expect(await applyRight(priya, await newest(), press())).toMatchObject({ reason: 'invalid-input' })
    expect((await staff('sam')).role).toBe('forum-admin')
  })
  test('applies it once, when two do at once', async () => {
    await changeRole(ada, 'finn', 'privacy', press())
    const id = await newest()
    const done = await Promise.all([priya, anna].map(actor => applyRight(actor, id, press())))
    expect(done.map(answer => answer.ok).sort()).toEqual([false, true])
  })
  test('is counted, for a page that has to say that there is none', async () => {
    expect(await otherApprovers(ada)).toBe(4)
    await sql(`update staff set disabled_at = now() where id <> 'ada'`, [])
    expect(await otherApprovers(ada)).toBe(0)
  })
})

describe('nobody does it for themselves', () => {
  const refused = { ok: false, reason: 'invalid-input' }
  test.each(roles)('an admin gives themselves no role: %s', async role => {
    const done = await changeRole(ada, 'ada', role, press())
    expect(done).toMatchObject({ ...refused, fields: { role: expect.stringContaining('Another admin') } })
    expect([(await staff('ada')).role, await waiting()]).toEqual(['admin', []])
  })
  test('nor shuts themselves out, nor lets themselves in', async () => {
    for (const disabled of [true, false])
      expect(await setDisabled(ada, 'ada', disabled, press())).toMatchObject(refused)
    expect((await staff('ada')).disabledAt).toBeNull()
  })
})

const invited = { email: 'new@cast.example', name: 'New', role: 'admin' }
const mails = () => db.outbox.count()

describe('a new person', () => {
  test.each(roles)(
    'as %s can do nothing, and is mailed nothing, before a second person applies it',
    async role => {
      expect(await addPerson(ada, { ...invited, role }, press())).toMatchObject({ ok: true, waits: true })
      expect([await findForSignIn(invited.email), await mails()]).toEqual([null, 0])
      const { id } = await db.staff.findFirstOrThrow({ where: { email: invited.email } })
      expect(await sendPasswordLink(ada, id, press())).toMatchObject({ ok: false })
      expect(await setDisabled(ada, id, false, press())).toMatchObject({ ok: false })
      expect([await findForSignIn(invited.email), await mails()]).toEqual([null, 0])
      expect(await applyRight(ada, await newest(), press())).toMatchObject(fourEyes)
      expect(await applyRight(priya, await newest(), press())).toMatchObject({ ok: true })
      expect([await findForSignIn(invited.email), await mails()]).toEqual([{ id, passwordHash: null }, 1])
    },
  )
  test('is no second person for who added them', async () => {
    await addPerson(ada, invited, press())
    const { id } = await db.staff.findFirstOrThrow({ where: { email: invited.email } })
    await changeRole(ada, 'finn', 'privacy', press())
    const puppet = staffOf('admin', id)
    expect(await applyRight(puppet, await newest(), press())).toMatchObject({ reason: 'no-longer-allowed' })
  })
  test('who is declined stays out, and the proposal holds no name or address', async () => {
    await addPerson(ada, invited, press())
    const rows = JSON.stringify(await sql('select * from proposal', []))
    expect(rows).not.toMatch(/new@cast|"New"/)
    expect(await withdrawRight(priya, await newest(), press())).toMatchObject({ ok: true })
    expect(await findForSignIn(invited.email)).toBeNull()
  })
})

describe('somebody who was shut out', () => {
  test('is let in again by two', async () => {
    await setDisabled(ada, 'sam', true, press())
    expect(await setDisabled(ada, 'sam', false, press())).toMatchObject({ ok: true, waits: true })
    expect((await staff('sam')).disabledAt).not.toBeNull()
    expect(await applyRight(anna, await newest(), press())).toMatchObject({ ok: true })
    expect([(await staff('sam')).disabledAt, await mails()]).toEqual([null, 0])
  })
})

async function made(role: Role, by: StaffActor | typeof system = ada, more: object = {}) {
  const done = await giveToken(by, { name: 'A program', role, ...more }, press())
  if (!done.ok || !done.token) throw new Error('no token was made')
  return { ...done, live: async () => (await useToken(tokenHash(done.token ?? ''))) !== null }
}

describe('a token', () => {
  test.each(roles.filter(role => rank(role) > 0))(
    'as %s opens nothing before two have said so',
    async role => {
      const { waits, live } = await made(role)
      expect([waits, await live()]).toEqual([true, false])
      expect(await applyRight(ada, await newest(), press())).toMatchObject(fourEyes)
      expect(await live()).toBe(false)
      expect(await applyRight(priya, await newest(), press())).toMatchObject({ ok: true })
      expect(await live()).toBe(true)
    },
  )
  test('without sight works at once for who made it, and for somebody else when a third person says so', async () => {
    const own = await made('admin')
    expect([own.waits, await own.live()]).toEqual([undefined, true])
    const theirs = await made('admin', ada, { owner: 'priya' })
    expect([theirs.waits, await theirs.live()]).toEqual([true, false])
    expect(await applyRight(priya, await newest(), press())).toMatchObject(fourEyes)
    expect(await applyRight(anna, await newest(), press())).toMatchObject({ ok: true })
    expect(await theirs.live()).toBe(true)
  })
  test('that is declined is revoked', async () => {
    const { live } = await made('privacy')
    await withdrawRight(priya, await newest(), press())
    expect(await live()).toBe(false)
    expect(await db.apiToken.count({ where: { revokedAt: null, waiting: true } })).toBe(0)
  })
  const moves = roles
    .flatMap(from => roles.map(to => [from, to] as const))
    .filter(([from, to]) => from !== to)
  test.each(moves)(
    'ends when its owner moves from %s to %s, unless the new role sees as much',
    async (from, to) => {
      await sql('update staff set role = $1 where id = $2', [from, 'finn'])
      const tokens = await Promise.all(
        roles.map(async role => [role, await made(role, system, { owner: 'finn' })] as const),
      )
      expect(await changeRole(system, 'finn', to, press())).toMatchObject({ ok: true })
      for (const [role, { live }] of tokens)
        expect([role, await live()]).toEqual([
          role,
          role === to || (to !== 'admin' && role !== 'admin' && atOnce[to].includes(role)),
        ])
      const entry = await db.auditEntry.findFirst({
        where: { command: 'change-role' },
        orderBy: { seq: 'desc' },
      })
      const kept = await Promise.all(tokens.map(([, { live }]) => live()))
      expect(entry?.facts).toMatchObject({ from, to, tokens: kept.filter(live => !live).length })
    },
  )
  test('that waits is applied no more, once its owner has a role that doesn’t see as much', async () => {
    const { live } = await made('privacy', ada, { owner: 'petra' })
    const id = await newest()
    expect(await changeRole(anna, 'petra', 'console-engineer', press())).toMatchObject({ ok: true })
    expect(await applyRight(priya, id, press())).toMatchObject({ reason: 'invalid-input' })
    expect(await live()).toBe(false)
  })
})

describe('the last admin', () => {
  test('stays, when two admins end each other at once, time after time', async () => {
    const others = roles.filter(role => role !== 'admin')
    for (let run = 0; run < 12; run++) {
      await sql(`update staff set role = 'admin', disabled_at = null where id in ('ada', 'a-admin')`, [])
      const end = (actor: StaffActor, id: string) =>
        run % 2
          ? setDisabled(actor, id, true, press())
          : changeRole(system, id, others[run % 5] ?? 'privacy', press())
      await Promise.all([end(ada, 'a-admin'), end(anna, 'ada')])
      const left = await db.staff.count({ where: { role: 'admin', disabledAt: null } })
      expect([run, left]).toEqual([run, 1])
    }
  })
})
