import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { askForLink, leave, pressLink, viewLink, visitorOf } from '@/lib/door/requester/requester'
import { transaction } from '@/lib/store/database/client'
import { readRequest } from '@/lib/store/request/requests'
import {
  createAccessLink,
  findAccessLink,
  type LinkPurpose,
  revokeLinks,
} from '@/lib/store/visits/access-links'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { begin, get, work } = world

let network = 0
/** Another network each time, so that one test's presses don't count against the next one's. */
const elsewhere = () => `198.51.100.${++network}`

const linkTo = async (reference: string, purpose: LinkPurpose, days = 8) => {
  const { id } = await get(reference)
  return transaction(tx =>
    createAccessLink(tx, { requestId: id, purpose, sentTo: 'robin@people.example', days }),
  )
}
const submitted = async () => world.submit(await world.account())
const audit = (reference: string) =>
  world.sql<{ command: string }>(
    'select command from audit_entry where scope = (select id from request where reference = $1) order by seq',
    [reference],
  )

describe('a mailed link', () => {
  test('is looked at as often as scanners like, and stays unspent', async () => {
    const reference = await submitted()
    const token = await linkTo(reference, 'confirm')
    for (let look = 0; look < 5; look++)
      expect(await viewLink(token, undefined)).toMatchObject({ shows: 'confirm' })
    expect((await get(reference)).state).toBe('submitted')
    expect(await findAccessLink(token)).toMatchObject({ state: 'open' })
  })

  test('is kept as a keyed hash only: no table contains the token', async () => {
    const token = await linkTo(await submitted(), 'confirm')
    const rows = await world.sql<{ token_hash: string }>('select * from access_link')
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows.map(row => row.token_hash)).not.toContain(
      createHmac('sha256', '').update(token).digest('hex'),
    )
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  test('confirms once, and lets in to that one request', async () => {
    const reference = await submitted()
    const token = await linkTo(reference, 'confirm')
    const entry = await pressLink(token, 'confirm', elsewhere())
    expect(entry).toMatchObject({ kind: 'in' })
    expect((await get(reference)).state).toBe('checking')
    const visitor = entry.kind === 'in' ? await visitorOf(entry.secret) : null
    expect(visitor?.reference).toBe(reference)
    const other = await submitted()
    expect(visitor && (await readRequest(visitor.actor, other))).toBeNull()
    expect(visitor && (await readRequest(visitor.actor, reference))?.reference).toBe(reference)
  })

  test('pressed twenty times at once: one confirmation, one visit', async () => {
    const reference = await submitted()
    const token = await linkTo(reference, 'confirm')
    const address = elsewhere()
    const entries = await Promise.all(Array.from({ length: 20 }, () => pressLink(token, 'confirm', address)))
    expect(entries.filter(entry => entry.kind === 'in')).toHaveLength(1)
    expect(entries.filter(entry => entry.kind === 'confirmed')).toHaveLength(19)
    expect((await audit(reference)).filter(row => row.command === 'confirm')).toHaveLength(1)
    expect(
      (
        await world.sql(
          'select 1 from requester_session where request_id = (select id from request where reference = $1)',
          [reference],
        )
      ).length,
    ).toBe(1)
  })

  test('used, expired, revoked, flipped, hostile: all lead nowhere and change nothing', async () => {
    const used = await linkTo((await begin()).reference, 'page')
    await pressLink(used, 'continue', elsewhere())
    const expired = await linkTo(await submitted(), 'confirm', -1)
    const revokedOne = await submitted()
    const revoked = await linkTo(revokedOne, 'page')
    const { id } = await get(revokedOne)
    await transaction(tx => revokeLinks(tx, id))
    const open = await linkTo(await submitted(), 'confirm')
    const flipped = `${open.slice(0, -1)}${open.endsWith('A') ? 'B' : 'A'}`
    const before = await world.sql('select id, used_at, revoked_at from access_link order by id')
    for (const token of [
      used,
      expired,
      revoked,
      flipped,
      '',
      '\0',
      `${open}\0`,
      `${open},${open}`,
      'x'.repeat(10_000),
      '__proto__',
      '%',
    ]) {
      expect(await viewLink(token, undefined), token.slice(0, 50)).toBeNull()
      for (const button of ['confirm', 'disown', 'continue'] as const)
        expect(await pressLink(token, button, elsewhere())).toEqual({ kind: 'no-link' })
    }
    expect(await world.sql('select id, used_at, revoked_at from access_link order by id')).toEqual(before)
  })

  test('a link to look in doesn’t confirm, and one to confirm isn’t spent by looking in', async () => {
    const reference = await submitted()
    expect(await pressLink(await linkTo(reference, 'page'), 'confirm', elsewhere())).toEqual({
      kind: 'no-link',
    })
    expect(await pressLink(await linkTo(reference, 'confirm'), 'continue', elsewhere())).toEqual({
      kind: 'no-link',
    })
    expect((await get(reference)).state).toBe('submitted')
  })

  test('“I didn’t ask for this” closes it, mutes the mailbox, and ends every way in', async () => {
    const account = await world.account()
    const reference = await world.submit(account)
    const second = await linkTo(reference, 'confirm')
    expect(await pressLink(await linkTo(reference, 'confirm'), 'disown', elsewhere())).toEqual({
      kind: 'closed',
    })
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'unconfirmed' })
    expect(await viewLink(second, undefined)).toBeNull()
    await work()
    const before = world.sink.accepted().length
    await world.submit(account)
    await work()
    expect(world.sink.accepted()).toHaveLength(before)
  })

  test('a second copy of the mail, after the first confirmed, leads to the request', async () => {
    const reference = await submitted()
    const second = await linkTo(reference, 'confirm')
    await pressLink(await linkTo(reference, 'confirm'), 'confirm', elsewhere())
    expect(await viewLink(second, undefined)).toMatchObject({ shows: 'continue' })
    expect(await pressLink(second, 'continue', elsewhere())).toMatchObject({ kind: 'in' })
  })

  test('who is in already comes back by a used link; nobody else does', async () => {
    const token = await linkTo(await submitted(), 'confirm')
    const entry = await pressLink(token, 'confirm', elsewhere())
    const stranger = await pressLink(await linkTo(await submitted(), 'confirm'), 'confirm', elsewhere())
    expect(entry.kind === 'in' && (await viewLink(token, entry.secret))).toBe('inside')
    expect(stranger.kind === 'in' && (await viewLink(token, stranger.secret))).toBeNull()
    expect(await viewLink(token, 'forged')).toBeNull()
  })
})

describe('a visit', () => {
  const visit = async () => {
    const { reference } = await begin()
    const entry = await pressLink(await linkTo(reference, 'page'), 'continue', elsewhere())
    if (entry.kind !== 'in') throw new Error('not let in')
    return { reference, secret: entry.secret }
  }

  test('ends at once when left, when its links are revoked, and after a day', async () => {
    const left = await visit()
    await leave(left.secret)
    expect(await visitorOf(left.secret)).toBeNull()

    const revoked = await visit()
    const { id } = await get(revoked.reference)
    await transaction(tx => revokeLinks(tx, id))
    expect(await visitorOf(revoked.secret)).toBeNull()

    const old = await visit()
    expect(await visitorOf(old.secret)).not.toBeNull()
    await world.sql("update requester_session set expires_at = expires_at - interval '24 hours'")
    expect(await visitorOf(old.secret)).toBeNull()
  })

  test('a cookie that was never given out opens nothing', async () => {
    await visit()
    for (const cookie of [undefined, '', 'x', 'A'.repeat(43), '\0'.repeat(43)])
      expect(await visitorOf(cookie)).toBeNull()
  })
})

describe('asking for a new link', () => {
  const ask = async (reference: string, email: string) => {
    const due = AbortSignal.timeout(690)
    const answer = await askForLink({ reference, email, press: crypto.randomUUID() }, elsewhere())
    return { answer, due: due.aborted }
  }

  test('mails the address on file, and only it', async () => {
    const { reference, email } = await begin()
    await work()
    const before = world.sink.accepted().length
    await ask(reference.toLowerCase(), `  ${email.toUpperCase()} `)
    await work()
    const mails = world.sink.accepted().slice(before)
    expect(mails.map(mail => mail.recipients)).toEqual([[email]])
    expect(mails[0]?.text).toContain('/r/')
  })

  test('takes the reference and the address as people write them', async () => {
    const { reference, email } = await begin()
    await work()
    for (const [written, address] of [
      [reference.replaceAll('-', ''), email],
      [reference.slice(3).toLowerCase(), ` ${email}\u200b`],
      [reference.replaceAll('-', ' – '), `<${email}>`],
    ] as const) {
      const before = world.sink.accepted().length
      await ask(written, address)
      await work()
      expect(world.sink.accepted().length, written).toBe(before + 1)
    }
  })

  test('wrong address, unknown reference, hostile text: the same answer, never sooner, no mail', async () => {
    const { reference, email } = await begin()
    await work()
    const right = await ask(reference, email)
    expect(right.due).toBe(true)
    await work()
    const before = world.sink.accepted().length
    for (const [asked, address] of [
      [reference, 'stranger@people.example'],
      ['PR-XXXX-XXXX', email],
      ["' or 1=1", '%'],
      ['', ''],
    ] as const) {
      const wrong = await ask(asked, address)
      expect(wrong).toEqual(right)
    }
    await work()
    expect(world.sink.accepted()).toHaveLength(before)
  })

  test('before the confirmation it is the confirmation link that is sent again', async () => {
    const account = await world.account()
    const reference = await world.submit(account)
    await ask(reference, account.email)
    await work()
    expect((await audit(reference)).map(row => row.command)).toContain('resend-confirmation')
  })

  test('one mailbox gets at most five in an hour, however often it is asked', async () => {
    const { reference, email } = await begin()
    for (let time = 0; time < 8; time++) await ask(reference, email)
    await work()
    expect(world.sink.accepted().filter(mail => mail.recipients.includes(email))).toHaveLength(5)
  })
})
