import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { takesOtherEyes } from '@/lib/core/derived/four-eyes'
import type { Role, StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { applyProposal, proposeSetting } from '@/lib/door/handbook/proposals'
import { contextForPage } from '@/lib/door/run/context'
import { runRequestCommand, runTaskCommand } from '@/lib/door/run/run'
import { readProposals } from '@/lib/store/settings/proposals'
import { listRights } from '@/lib/store/staff/rights'
import { staffOf } from '@/tests/factories/staff'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { db, get } = world
const me = journey(world)
const press = () => ({ commandId: randomUUID() })

async function token(role: Role, ownerId: string | null): Promise<StaffActor> {
  const id = randomUUID()
  await db.apiToken.create({ data: { id, name: 'A program', role, tokenHash: id, ownerId } })
  return staffActor(id, role, 'token')
}
const priya = staffOf('privacy', 'priya')
const [first, second, petras] = [
  await token('privacy', 'priya'),
  await token('privacy', 'priya'),
  await token('privacy', 'petra'),
]
/** A second account of Priya's, which her provider made under the same address; and a token of it. */
async function secondAccount(id: string, email: string): Promise<StaffActor> {
  const identity = { oidcIssuer: 'https://login.corp.example', oidcSubject: id }
  await db.staff.create({ data: { id, email, name: 'Priya', role: 'privacy', ...identity } })
  return staffOf('privacy', id)
}
const priyas = await db.staff.findUniqueOrThrow({ where: { id: 'priya' } })
const again = await secondAccount('priya-again', priyas.email.toUpperCase())
const agains = await token('privacy', 'priya-again')
const [operators, another] = [await token('privacy', null), await token('privacy', null)]
const fourEyes = { ok: false, reason: 'four-eyes' }

/** Two who are one person, and two who aren't; the first does one half, and the second the other. */
const pairs: readonly (readonly [string, StaffActor, StaffActor, boolean])[] = [
  ['two tokens of one owner', first, second, true],
  ['a person and their token', priya, first, true],
  ['a token and its owner', second, priya, true],
  ['two accounts of one address', priya, again, true],
  ['the same, the other way round', again, priya, true],
  ['a person and the token of their other account', priya, agains, true],
  ['the tokens of two accounts of one address', agains, first, true],
  ['a token and the other account of its owner', first, again, true],
  ['somebody else and the second account', staffOf('privacy', 'petra'), again, false],
  ['two of the operator’s tokens with one role', operators, another, true],
  ['tokens of two owners', first, petras, false],
  ['a person and somebody else’s token', priya, petras, false],
  ['a person and the operator’s token', priya, operators, false],
]

test.each(pairs)('%s propose and apply a change: refused %s', async (_who, half, other, same) => {
  const input = { key: 'default-law', value: 'us_ca', note: 'x' }
  const proposed = await proposeSetting(half, input, randomUUID())
  const id = (proposed.ok && proposed.proposal) || ''
  const shown = await readProposals(other, 'setting/default-law')
  expect(
    shown.map(({ isOwn }) => isOwn),
    'the page says it ahead',
  ).toEqual([same])
  expect(await applyProposal(other, id, randomUUID())).toMatchObject(same ? fourEyes : { ok: true })
  if (same)
    expect(await applyProposal(staffOf('privacy', 'petra'), id, randomUUID())).toMatchObject({ ok: true })
})

test.each(pairs)('%s validate and carry out: refused %s', async (_who, half, other, same) => {
  const fields = { requesterEmail: 'kin@people.example', relationship: 'designated-account-successor' }
  const { reference } = await me.begin('deceased-deletion', {}, fields)
  const valid = { valid: true, note: 'Read the documents' }
  expect(await runRequestCommand(half, reference, 'validate-authority', valid, press())).toMatchObject({
    ok: true,
  })
  await world.work()
  const { id } = await me.task(reference, 'GitLab')
  const step = { step: 'delete-blocking-groups', note: 'Covering' }
  expect(await runTaskCommand(other, id, 'tick-step', step, press())).toMatchObject(
    same ? fourEyes : { ok: true },
  )
  expect(takesOtherEyes(await get(reference), 'tick-step', await contextForPage(other))).toBe(same)
})

test('rights that wait say ahead to whom they are their own, under either account', async () => {
  const waiting = { subject: '', value: { to: 'privacy' }, note: '', proposedAt: new Date() }
  const about = (subject: string, proposedById: string) =>
    db.proposal.create({ data: { ...waiting, id: subject, subject, proposedById } })
  await about('role/priya-again', 'petra')
  await about(`token/${second.id}`, 'petra')
  await about('role/petra', 'priya-again')
  for (const account of [priya, again]) {
    const rows = await listRights(account)
    expect(rows.filter(({ isForSelf }) => isForSelf).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['role/priya-again', `token/${second.id}`]),
    )
    expect(rows.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual(['role/petra'])
  }
  const others = await listRights(staffOf('admin'))
  expect(others).toHaveLength(3)
  expect(others.some(({ isOwn, isForSelf }) => isOwn || isForSelf)).toBe(false)
})

test('the operator’s tokens with different roles are different programs', async () => {
  const fields = { requesterEmail: 'kin@people.example', relationship: 'designated-account-successor' }
  const { reference } = await me.begin('deceased-deletion', {}, fields)
  const valid = { valid: true, note: 'Read the documents' }
  await runRequestCommand(operators, reference, 'validate-authority', valid, press())
  await world.work()
  const { id } = await me.task(reference, 'GitLab')
  const engineer = await token('support-engineer', null)
  expect(
    await runTaskCommand(engineer, id, 'tick-step', { step: 'delete-blocking-groups' }, press()),
  ).toMatchObject({
    ok: true,
  })
})

test('a far-off day takes two people too, not two tokens', async () => {
  const { reference } = await me.begin('data-access', {}, { country: 'CH' })
  const request = await get(reference)
  const far = new Date(+request.dueOn + 120 * 86_400_000).toISOString().slice(0, 10)
  const extend = (actor: StaffActor) =>
    runRequestCommand(
      actor,
      reference,
      'extend-deadline',
      { reason: 'other', words: 'Much to search.', notifiedDay: far },
      press(),
    )
  const needs = { ok: false, reason: 'second-person' }
  expect(await extend(first)).toMatchObject(needs)
  expect(await extend(second)).toMatchObject(needs)
  expect(await extend(priya)).toMatchObject(needs)
  expect(await extend(again)).toMatchObject(needs)
  expect(await extend(petras)).toMatchObject({ ok: true })
})
