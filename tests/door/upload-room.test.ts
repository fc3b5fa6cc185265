import { describe, expect, test } from 'vitest'
import { answersFrom, offeredType } from '@/lib/core/intake/intake-form'
import { allowDraft, allowFromNetwork, reserveUpload } from '@/lib/door/answer/public-limits'
import { keepProofs } from '@/lib/door/files/attach-proofs'
import { keepForm } from '@/lib/door/intake/intake-draft'
import { visitorOf } from '@/lib/door/requester/requester'
import { sendDocuments } from '@/lib/door/requester/requester-answers'
import { transaction } from '@/lib/store/database/client'
import { createRequesterSession } from '@/lib/store/visits/requester-sessions'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
const MB = 1024 * 1024
const LONGEST = String(52 * MB)

let network = 0
const elsewhere = () => `203.0.113.${++network}`
const rows = async () =>
  (await world.sql<{ n: number }>('select count(*)::int as n from rate_limit'))[0]?.n ?? 0

/** A form with one small file, for a browser that says how long it is. */
const form = (field: string, length = '500') => {
  const data = new FormData()
  data.append('press', 'a')
  data.append(field, new Blob(['%PDF-1.7']), 'a.pdf')
  const { body, headers } = new Request('http://habeas.test', { method: 'POST', body: data })
  return { body, contentType: headers.get('content-type'), length }
}
/** A form of which not a byte comes before the connection breaks off. */
const aborted = () => ({
  body: new ReadableStream<Uint8Array>({
    start: stream => stream.error(new Error('the connection is gone')),
  }),
  contentType: 'multipart/form-data; boundary=x',
  length: LONGEST,
})
const begin = async (address: string) => {
  const type = offeredType('individual-deletion')
  if (!type) throw new Error('the type is not offered')
  const email = `kim${network}@people.example`
  const answers = answersFrom(type, field => ({ email, username: 'kim', country: 'DE' })[field])
  const begun = await keepForm(undefined, answers, address)
  if (!begun.ok) throw new Error('it is the first of its network')
  return begun.secret
}
const asked = async () => {
  const fields = { relationship: 'authorized-agent' }
  const { reference } = await beginOf(world, 'deceased-deletion', { fields })
  await world.run('privacy', reference, 'send-message', { message: 'documents-needed' })
  const { id } = await world.get(reference)
  const secret = await transaction(tx => createRequesterSession(tx, id))
  const visitor = await visitorOf(secret)
  if (!visitor) throw new Error('not let in')
  return { visitor, secret }
}
/** Fills what everybody may leave here together, from as few networks as it takes. */
const fill = async () => {
  for (let at = 0; at < 12; at += 1) {
    const address = elsewhere()
    for (let sent = 0; sent < 19; sent += 1) await reserveUpload(address, LONGEST)
  }
}

describe('room for everybody’s documents', () => {
  test('isn’t taken by those who claim much and send nothing', async () => {
    const { visitor, secret } = await asked()
    for (let at = 0; at < 11; at += 1) {
      const address = elsewhere()
      const draft = await begin(address)
      for (let sent = 0; sent < 19; sent += 1)
        await expect(keepProofs(draft, aborted(), address)).rejects.toThrow('the connection is gone')
    }
    expect(await reserveUpload(elsewhere(), LONGEST)).toMatchObject({ ok: true })
    const address = elsewhere()
    expect(await keepProofs(await begin(address), form('authority'), address)).toMatchObject({ kind: 'kept' })
    expect(await sendDocuments(visitor, secret, form('documents'))).toBe('sent')
  })

  test('is given back by what isn’t kept: another length, another kind', async () => {
    await world.sql('delete from rate_limit')
    for (let at = 0; at < 12; at += 1) {
      const address = elsewhere()
      const draft = await begin(address)
      for (let sent = 0; sent < 10; sent += 1) await keepProofs(draft, form('authority', LONGEST), address)
      for (let sent = 0; sent < 9; sent += 1) await keepProofs(draft, form('other', LONGEST), address)
    }
    for (let at = 0; at < 7; at += 1) {
      const address = elsewhere()
      for (let sent = 0; sent < 19; sent += 1)
        expect(await reserveUpload(address, LONGEST)).toMatchObject({ ok: true })
    }
  })

  test('when it is full, who has used little gets in; who has used much does not, and nothing is charged for it', async () => {
    await world.sql('delete from rate_limit')
    const heavy = elsewhere()
    for (let sent = 0; sent < 5; sent += 1) await reserveUpload(heavy, LONGEST)
    await fill()
    for (let call = 0; call < 3; call += 1)
      expect(await reserveUpload(heavy, LONGEST)).toEqual({ ok: false, because: 'no-room' })
    const address = elsewhere()
    expect(await keepProofs(await begin(address), form('authority'), address)).toMatchObject({ kind: 'kept' })
    const before = await world.sql<{ points: number }>('select max(points) as points from rate_limit')
    for (let call = 0; call < 3; call += 1) await reserveUpload(heavy, LONGEST)
    expect(await world.sql('select max(points) as points from rate_limit')).toEqual(before)
  })

  test('a signed-in person’s documents need none of it', async () => {
    const { visitor, secret } = await asked()
    await fill()
    for (let at = 0; at < 200; at += 1) await reserveUpload(`198.51.100.${at}`, LONGEST)
    expect(await reserveUpload(elsewhere(), LONGEST)).toEqual({ ok: false, because: 'no-room' })
    expect(await sendDocuments(visitor, secret, form('documents'))).toBe('sent')
  })
})

describe('a site with many networks', () => {
  test.each([
    ['submissions', allowFromNetwork],
    ['forms', allowDraft],
  ])('leaves no counters behind once it is refused: %s', async (_, allow) => {
    await world.sql('delete from rate_limit')
    const from = (at: number) => `2001:db8:7:${at.toString(16)}::1`
    let at = 0
    while ((await allow(from(at))).ok) at += 1
    expect(at).toBe(320)
    const before = await rows()
    for (let more = 0; more < 500; more += 1) expect((await allow(from(++at))).ok).toBe(false)
    expect(await rows()).toBe(before)
    expect((await allow('2001:db8:8::1')).ok).toBe(true)
  })

  test('isn’t used up by one of them that is refused', async () => {
    await world.sql('delete from rate_limit')
    for (let call = 0; call < 700; call += 1) await allowDraft('2001:db8:9:1::1')
    expect((await allowDraft('2001:db8:9:2::1')).ok).toBe(true)
  })
})
