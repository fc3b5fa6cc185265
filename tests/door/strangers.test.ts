import { describe, expect, test } from 'vitest'
import { answersFrom, offeredType } from '@/lib/core/intake/intake-form'
import { reserveUpload } from '@/lib/door/answer/public-limits'
import { removeOrphans } from '@/lib/door/files/attach-orphans'
import { keepProofs } from '@/lib/door/files/attach-proofs'
import { readTypedComplaint, sendComplaint } from '@/lib/door/intake/complaint'
import { keepForm, readIntakeDraft, sendIntake } from '@/lib/door/intake/intake-draft'
import { keepTyped, readTyped } from '@/lib/door/intake/typed-form'
import { newSecret } from '@/lib/secrets'
import { transaction } from '@/lib/store/database/client'
import { askToSubscribe, confirmSubscriber, findSubscriber } from '@/lib/store/usage/subscribers'
import { findDraft, keepDraft } from '@/lib/store/visits/drafts'
import { elsewhere, storedFiles } from '@/tests/factories/forms'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
const found = offeredType('individual-deletion')
if (!found) throw new Error('the type is not offered')
const type = found

let people = 0
const full = () =>
  answersFrom(
    type,
    field => ({ email: `kim${++people}@people.example`, username: 'kim', country: 'DE' })[field],
  )
const begin = (address: string) => keepForm(undefined, full(), address)
const drafts = async () =>
  (await world.sql<{ n: number }>('select count(*)::int as n from intake_draft'))[0]?.n ?? 0
const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

describe('forms that strangers begin', () => {
  test('twenty a minute are sent from one network, and more than forty aren’t begun', async () => {
    const [flooding, quiet] = [elsewhere(), elsewhere()]
    const kept = []
    for (let form = 0; form < 20; form += 1) {
      const begun = await begin(flooding)
      kept.push(begun)
      expect(begun.ok && (await sendIntake(begun.secret, flooding))).toEqual({ kind: 'sent' })
    }
    for (let form = 0; form < 20; form += 1) kept.push(await begin(flooding))
    expect(kept.every(({ ok }) => ok)).toBe(true)
    const before = await drafts()
    const refused = await begin(flooding)
    expect(refused).toMatchObject({ ok: false, busy: { retryAfterSeconds: expect.any(Number) } })
    expect(await keepTyped(undefined, { email: 'x' }, flooding)).toBeNull()
    const typed = { email: 'no address', about: '', words: 'Mine', country: '', region: '' }
    expect(await sendComplaint(undefined, typed, flooding, 'press')).toMatchObject({ kind: 'refused' })
    expect(await drafts()).toBe(before)
    expect((await begin(quiet)).ok).toBe(true)
  })

  test('who has begun one goes on with it, no matter what their network does', async () => {
    const address = elsewhere()
    const mine = await begin(address)
    const lines = await keepTyped(undefined, { email: 'mine' }, address)
    const typed = { email: 'no address', about: '', words: 'Mine', country: '', region: '' }
    const complaint = await sendComplaint(undefined, typed, address, 'press')
    if (!mine.ok || !lines || complaint.kind !== 'kept') throw new Error('the first ones are kept')
    for (let form = 0; form < 50; form += 1) await begin(address)
    expect(await keepForm(mine.secret, full(), address)).toEqual(mine)
    expect(await keepTyped(lines, { email: 'still mine' }, address)).toBe(lines)
    expect(await readTyped(lines)).toEqual({ email: 'still mine' })
    const again = { ...typed, words: 'Still mine' }
    expect(await sendComplaint(complaint.secret, again, address, 'press')).toEqual(complaint)
    expect(await readTypedComplaint(complaint.secret)).toMatchObject({ words: 'Still mine' })
  })

  test('the networks of one site of IPv6 count together, too', async () => {
    const begun = []
    for (let at = 0; at < 330; at += 1) begun.push((await begin(`2001:db8:7:${at.toString(16)}::1`)).ok)
    expect(begun.filter(Boolean)).toHaveLength(320)
    expect((await begin('2001:db8:8::1')).ok).toBe(true)
  })

  test('where all of them are too many, the oldest of the network with the most make room', async () => {
    await world.sql('delete from intake_draft')
    const keep = async (from: string, size = 1000) => {
      const secret = newSecret()
      await keepDraft(secret, 'x'.repeat(size), { network: from, most: { bytes: 30_000, rows: 1000 } })
      return secret
    }
    const mine = await keep('192.0.2.1')
    const flood: string[] = []
    for (let form = 0; form < 60; form += 1) flood.push(await keep('192.0.2.2'))
    expect(await findDraft(mine)).not.toBeNull()
    expect(await findDraft(flood[0])).toBeNull()
    expect(await findDraft(flood.at(-1))).not.toBeNull()
    const other = await keep('192.0.2.3', 9000)
    expect(await findDraft(other)).not.toBeNull()
    expect(await findDraft(mine)).not.toBeNull()
    const [held] = await world.sql<{ bytes: number }>(
      'select sum(octet_length(payload))::int as bytes from intake_draft',
    )
    expect(held?.bytes).toBeLessThan(40_000)
    const own = newSecret()
    await keepDraft(own, 'y'.repeat(50_000))
    for (let form = 0; form < 3; form += 1) await keep('192.0.2.2')
    expect(await findDraft(own)).not.toBeNull()
  })
})

describe('documents that come before a request', () => {
  const MB = 1024 * 1024
  const whyNoUpload = async (address: string, length: string | null) => {
    const room = await reserveUpload(address, length)
    return room.ok ? null : room.because
  }
  const form = () => {
    const data = new FormData()
    data.append('authority', new Blob(['%PDF-1.7']), 'a.pdf')
    const { body, headers } = new Request('http://habeas.test', { method: 'POST', body: data })
    return { body, contentType: headers.get('content-type'), length: '500' }
  }

  test('300 small forms in an hour come from one network; then its gigabyte is full, and nobody else’s', async () => {
    const [flooding, quiet] = [elsewhere(), elsewhere()]
    for (let sent = 0; sent < 300; sent += 1) expect(await whyNoUpload(flooding, String(3 * MB))).toBeNull()
    for (const length of [String(50 * MB), String(52 * MB), null]) await whyNoUpload(flooding, length)
    expect(await whyNoUpload(flooding, '1')).toBe('too-many-requests')
    expect(await whyNoUpload(quiet, String(50 * MB))).toBeNull()
  })

  test('what the client says of its length is never less than nothing, and no length is the longest', async () => {
    for (const length of [null, '-5', 'NaN', '', '99999999999999']) {
      const address = elsewhere()
      for (let sent = 0; sent < 19; sent += 1) expect(await whyNoUpload(address, length)).toBeNull()
      expect(await whyNoUpload(address, length)).toBe('too-many-requests')
    }
  })

  test('the form says that there is no room, and keeps nothing of the files', async () => {
    const address = elsewhere()
    const begun = await begin(address)
    if (!begun.ok) throw new Error('it is the first of its network')
    for (let sent = 0; sent < 20; sent += 1) await whyNoUpload(address, null)
    const before = storedFiles()
    expect(await keepProofs(begun.secret, form(), address)).toEqual({ kind: 'problem' })
    expect((await readIntakeDraft(begun.secret))?.proofProblem?.reason).toBe('too-many-requests')
    expect(storedFiles()).toBe(before)
    for (let networks = 0; networks < 12; networks += 1) {
      const from = elsewhere()
      for (let sent = 0; sent < 19; sent += 1) await whyNoUpload(from, null)
    }
    for (let light = 1; light <= 60; light += 1)
      for (const length of [null, '1']) await whyNoUpload(`198.51.100.${light}`, length)
    expect(await keepProofs(begun.secret, form(), elsewhere())).toEqual({ kind: 'problem' })
    expect((await readIntakeDraft(begun.secret))?.proofProblem?.reason).toBe('no-room')
    expect(storedFiles()).toBe(before)
    await world.sql('delete from rate_limit')
    expect(await keepProofs(begun.secret, form(), elsewhere())).toMatchObject({ kind: 'kept' })
    expect(storedFiles()).toBe(before + 1)
  })

  test('leave an hour after their form', async () => {
    await world.sql('delete from rate_limit')
    await removeOrphans(hours(30))
    const begun = await begin(elsewhere())
    if (!begun.ok) throw new Error('it is the first of its network')
    const before = storedFiles()
    await keepProofs(begun.secret, form(), elsewhere())
    expect(await removeOrphans(hours(2.9))).toBe(0)
    expect(await removeOrphans(hours(3.1))).toBe(1)
    expect(storedFiles()).toBe(before)
  })
})

test('of addresses that nobody confirms, the newest wait; one that is confirmed stays', async () => {
  const asks = (email: string) => transaction(tx => askToSubscribe(tx, email, 5))
  const confirmed = await asks('confirmed@people.example')
  await confirmSubscriber(confirmed.id)
  const waiting = []
  for (let at = 0; at < 8; at += 1) waiting.push(await asks(`waiting${at}@people.example`))
  const left = await Promise.all(waiting.map(async ({ token }) => (await findSubscriber(token)) !== null))
  expect(left).toEqual([false, false, false, true, true, true, true, true])
  expect(await findSubscriber(confirmed.token)).toMatchObject({ confirmed: true })
})
