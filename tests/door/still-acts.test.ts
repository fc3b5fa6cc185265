import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import type { Role, StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { runRequestCommand } from '@/lib/door/run/run'
import { changeRole, setDisabled } from '@/lib/door/staff/people'
import { revokeToken } from '@/lib/door/staff/tokens'
import { log } from '@/lib/log'
import { staffOf } from '@/tests/factories/staff'
import { untilBlocked } from '@/tests/support/blocked'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { db, sql } = world
const { reference } = await world.begin()

const write = (actor: StaffActor) =>
  runRequestCommand(actor, reference, 'add-note', { text: 'x' }, { commandId: randomUUID() })
const refused = { ok: false, reason: 'no-longer-allowed', status: 403 }

async function aToken(role: Role, more: object = {}): Promise<StaffActor> {
  const id = randomUUID()
  await db.apiToken.create({ data: { id, name: 'A program', role, tokenHash: id, ...more } })
  return staffActor(id, role, 'token')
}
async function signedIn(session: string) {
  const data = {
    id: session,
    staffId: 'sam',
    tokenHash: session,
    expiresAt: new Date(Date.now() + 3_600_000),
  }
  await db.staffSession.create({ data })
  return staffActor('sam', 'support-engineer', 'browser', session)
}

describe('who acts is looked at again when they act', () => {
  test('a token that was revoked, has ended or waits', async () => {
    const past = new Date(Date.now() - 1000)
    for (const more of [{ revokedAt: past }, { expiresAt: past }, { waiting: true }])
      expect(await write(await aToken('privacy', more))).toMatchObject(refused)
    expect(await write(await aToken('privacy'))).toMatchObject({ ok: true })
  })
  test('a token whose owner was shut out', async () => {
    await sql(`update staff set disabled_at = now() where id = 'finn'`)
    expect(await write(await aToken('privacy', { ownerId: 'finn' }))).toMatchObject(refused)
    expect(await write(await aToken('privacy', { ownerId: 'priya' }))).toMatchObject({ ok: true })
  })
  test('a role that was another one when they were let in', async () => {
    expect(await write(staffOf('privacy', 'sam'))).toMatchObject(refused)
    expect(await write(staffActor('token-support-engineer', 'privacy', 'token'))).toMatchObject(refused)
  })
  test('a session that has ended, is over, or is somebody else’s', async () => {
    expect(await write(await signedIn('live'))).toMatchObject({ ok: true })
    const revoked = await signedIn('revoked')
    await sql(`update staff_session set revoked_at = now() where id = 'revoked'`)
    expect(await write(revoked)).toMatchObject(refused)
    const over = await signedIn('over')
    await sql(`update staff_session set expires_at = now() where id = 'over'`)
    expect(await write(over)).toMatchObject(refused)
    expect(await write(staffActor('priya', 'privacy', 'browser', 'live'))).toMatchObject(refused)
  })
  test('leaves a line that says who was stopped', async () => {
    await sql(`update staff set disabled_at = now() where id = 'rosa'`)
    const warned = vi.spyOn(log, 'warn')
    await write(await aToken('privacy', { ownerId: 'rosa' }))
    expect(warned.mock.calls).toEqual([
      [expect.objectContaining({ role: 'privacy', via: 'token' }), expect.stringMatching(/^security: /)],
    ])
    warned.mockRestore()
  })
})

/** Takes the request's row, lets `work` begin to wait for it, runs `meanwhile`, and lets go. */
async function whileItWaits<T>(work: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
  let letGo = () => {}
  const waiting = new Promise<void>(resolve => {
    letGo = resolve
  })
  let holding: Promise<unknown> = Promise.resolve()
  await new Promise<void>((held, failed) => {
    holding = db.$transaction(async tx => {
      await tx.$executeRaw`select 1 from request where reference = ${reference} for update`
      held()
      await waiting
    })
    holding.catch(failed)
  })
  const working = work()
  try {
    await untilBlocked(sql)
    await meanwhile()
  } finally {
    letGo()
    await holding
  }
  return await working
}

describe('a command that waits for its request', () => {
  test.each<[string, () => Promise<StaffActor>, (id: string) => Promise<unknown>]>([
    ['its token is revoked', () => aToken('privacy'), id => revokeToken(staffOf('admin'), id, randomUUID())],
    [
      'its person is shut out',
      async () => staffOf('privacy', 'petra'),
      id => setDisabled(staffOf('admin'), id, true, randomUUID()),
    ],
    [
      'its person gets another role',
      async () => staffOf('support-engineer'),
      id => changeRole(staffOf('admin'), id, 'forum-admin', randomUUID()),
    ],
    [
      'its session is ended',
      () => signedIn('ended'),
      () => sql(`update staff_session set revoked_at = now() where id = 'ended'`),
    ],
  ])('is refused when meanwhile %s', async (_what, act, meanwhile) => {
    const actor = await act()
    const done = await whileItWaits(
      () => write(actor),
      () => meanwhile(actor.id),
    )
    expect(done).toMatchObject(refused)
  })
})
