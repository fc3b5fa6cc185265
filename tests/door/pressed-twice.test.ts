import { describe, expect, test } from 'vitest'
import { leave, pressLink, viewLink, visitorOf } from '@/lib/door/requester/requester'
import { newSecret } from '@/lib/secrets'
import { transaction } from '@/lib/store/database/client'
import { createAccessLink, type LinkPurpose } from '@/lib/store/visits/access-links'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { begin, get } = world

let network = 0
const elsewhere = () => `198.51.100.${++network}`

const linkTo = async (reference: string, purpose: LinkPurpose) => {
  const { id } = await get(reference)
  return transaction(tx =>
    createAccessLink(tx, { requestId: id, purpose, sentTo: 'robin@people.example', days: 8 }),
  )
}
const submitted = async () => world.submit(await world.account())

describe('a button of a mailed link, pressed again', () => {
  test('confirmed twice by the same press: both lead to the same visit', async () => {
    const reference = await submitted()
    const token = await linkTo(reference, 'confirm')
    const press = newSecret()
    const both = await Promise.all([1, 2].map(() => pressLink(token, 'confirm', elsewhere(), press)))
    expect(both[0]).toMatchObject({ kind: 'in' })
    expect(both[1]).toEqual(both[0])
    expect(await pressLink(token, 'confirm', elsewhere(), press)).toEqual(both[0])
    const visitor = both[0]?.kind === 'in' ? await visitorOf(both[0].secret) : null
    expect(visitor?.reference).toBe(reference)
  })

  test('opened twice by the same press: both lead to the same visit', async () => {
    const token = await linkTo((await begin()).reference, 'page')
    const press = newSecret()
    const first = await pressLink(token, 'continue', elsewhere(), press)
    expect(first).toMatchObject({ kind: 'in' })
    expect(await pressLink(token, 'continue', elsewhere(), press)).toEqual(first)
    expect(await pressLink(token, 'continue', elsewhere(), newSecret())).toEqual({ kind: 'no-link' })
  })

  test('confirmed once, another press is told so and not let in', async () => {
    const token = await linkTo(await submitted(), 'confirm')
    await pressLink(token, 'confirm', elsewhere(), newSecret())
    for (const press of [newSecret(), undefined, '', 'short'])
      expect(await pressLink(token, 'confirm', elsewhere(), press)).toEqual({ kind: 'confirmed' })
    expect(await viewLink(token, undefined), 'its page stays the one of every dead link').toBeNull()
  })

  test('the same press lets nobody in again later, nor after leaving', async () => {
    const press = newSecret()
    const old = await linkTo(await submitted(), 'confirm')
    await pressLink(old, 'confirm', elsewhere(), press)
    await world.sql(`update requester_session set created_at = created_at - interval '11 minutes'`)
    expect(await pressLink(old, 'confirm', elsewhere(), press)).toEqual({ kind: 'confirmed' })
    const left = await linkTo(await submitted(), 'confirm')
    const entry = await pressLink(left, 'confirm', elsewhere(), press)
    if (entry.kind !== 'in') throw new Error('not let in')
    await leave(entry.secret)
    expect(await pressLink(left, 'confirm', elsewhere(), press)).toEqual({ kind: 'confirmed' })
  })

  test('disowned twice, it is closed twice, and disowning says nothing of a confirmed one', async () => {
    const token = await linkTo(await submitted(), 'confirm')
    for (let press = 0; press < 2; press++)
      expect(await pressLink(token, 'disown', elsewhere())).toEqual({ kind: 'closed' })
    expect(await pressLink(token, 'confirm', elsewhere())).toEqual({ kind: 'no-link' })
  })
})
