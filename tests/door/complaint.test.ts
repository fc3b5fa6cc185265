import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { roles } from '@/lib/core/people/actor'
import { mailboxHash } from '@/lib/door/answer/mailbox-hash'
import { readTypedComplaint, sendComplaint } from '@/lib/door/intake/complaint'
import { forgetTyped } from '@/lib/door/intake/typed-form'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { muteMailbox } from '@/lib/store/accounts/mailboxes'
import { transaction } from '@/lib/store/database/client'
import { readComplaint } from '@/lib/store/request/complaints'
import { listOffChannel, readOffChannel } from '@/lib/store/request/off-channel'
import { looseParts } from '@/lib/store/retention/retention'
import { tellOfProgress } from '@/lib/worker/sweeps/complaints'
import { remindOfEntries } from '@/lib/worker/sweeps/off-channel'
import { system } from '@/tests/factories/system'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { sql, staff } = world
const priya = staff('privacy')
const words = 'You mail me every day, and my dog is called Rex.'

let people = 0
const somebody = () => `kim${++people}@people.example`
const send = (email: string, more: object = {}, press = randomUUID(), network = `198.51.100.${people}`) =>
  sendComplaint(
    undefined,
    { email, about: 'marketing', words, country: '', region: '', ...more },
    network,
    press,
  )
const newest = async () => (await listOffChannel(priya, undefined)).items[0] ?? expect.unreachable()
const { mailsTo } = world.sink
const kinds = async (email: string) => {
  await world.work()
  return mailsTo(email).map(({ subject }) => subject)
}

describe('a complaint without a request', () => {
  test('is on Privacy’s list with its due date in 30 days, and Privacy is told', async () => {
    const email = somebody()
    expect(await send(email)).toEqual({ kind: 'sent' })
    const entry = await newest()
    expect(entry).toMatchObject({ channel: 'privacy-center', asksFor: 'complaint', loggedBy: null })
    const days = Math.round((+(entry.dueOn ?? 0) - +entry.at) / 86_400_000)
    expect([30, 31]).toContain(days)
    expect(await readComplaint(priya, entry.id)).toEqual({ email, about: 'marketing', words, reply: null })
    await world.work()
    expect(world.sink.mails.some(({ words }) => words.includes(`/off-channel/${entry.id}`))).toBe(true)
  })
  test('is counted by the law of the country, where the person says it, and says who else hears them', async () => {
    const email = somebody()
    await send(email, { country: 'GB' })
    const entry = await newest()
    expect(entry).toMatchObject({ country: 'GB', region: null, lawBasis: 'country' })
    expect(entry.dueRule).toMatch(/^uk_gdpr@/)
    await changeEntry(priya, entry.id, 'answer', { text: 'We have looked at it.' }, randomUUID())
    await kinds(email)
    expect(mailsTo(email).at(-1)?.words).toContain('ico.org.uk')
    await send(somebody())
    expect(await newest()).toMatchObject({ country: null, lawBasis: 'default' })
  })
  test('is confirmed to the address, with a number and the day, and none of what was written', async () => {
    const email = somebody()
    await send(email)
    expect(await kinds(email)).toEqual([
      expect.stringMatching(/^We have received your complaint C-[0-9A-F]{8}/),
    ])
    expect([mailsTo(email)[0]?.head, mailsTo(email)[0]?.words].join()).not.toContain('Rex')
    expect(mailsTo(email)[0]?.words).toContain('you will have our answer by')
  })
  test('gets the same answer and the same mail whether an account has the address or not', async () => {
    const account = await world.account()
    const stranger = somebody()
    expect(await send(account.email)).toEqual(await send(stranger))
    const shown = async (email: string) => (await kinds(email)).map(subject => subject.replace(/C-\w+/, 'C'))
    expect(await shown(account.email)).toEqual(await shown(stranger))
  })
  test('sent by one press twice is one; changed after going back, it is another', async () => {
    const email = somebody()
    const press = randomUUID()
    const count = async () => (await listOffChannel(priya, undefined)).items.length
    const before = await count()
    await send(email, {}, press)
    await send(email, {}, press)
    expect(await count()).toBe(before + 1)
    await send(email, { words: 'And by telephone' }, press)
    expect(await count()).toBe(before + 2)
  })
  test('leaves no words and no address in the audit log', async () => {
    const email = somebody()
    await send(email)
    const rows = await sql(`select * from audit_entry where command = 'complain'`)
    expect(rows.length).toBeGreaterThan(0)
    const log = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    for (const part of [email, 'Rex']) expect(log).not.toContain(part)
  })
  test('that is incomplete is kept as it was typed, until it is cleared', async () => {
    const sent = await send('kim', { words: ' ', country: 'DE' })
    if (sent.kind !== 'kept') return expect.unreachable()
    expect(sent.because).toBe('wrong')
    expect(await readTypedComplaint(sent.secret)).toEqual({
      ...{ email: 'kim', about: 'marketing', words: ' ', country: 'DE', region: '' },
    })
    await forgetTyped(sent.secret)
    expect(await readTypedComplaint(sent.secret)).toBeNull()
  })
  test('is limited by network as the other public forms are; nothing typed is lost', async () => {
    const network = '203.0.113.77'
    const email = somebody()
    let last = await send(email, {}, randomUUID(), network)
    for (let sent = 1; sent <= 40; sent++) last = await send(email, {}, randomUUID(), network)
    if (last.kind !== 'kept') return expect.unreachable()
    expect(last.because).toBe('busy')
    expect(await readTypedComplaint(last.secret)).toMatchObject({ email, words })
    // And one mailbox gets only a few mails, however many are sent in its name.
    expect((await kinds(email)).length).toBe(5)
  })
})

describe('what somebody wrote', () => {
  test.each(roles)('%s: only Privacy reads it', async role => {
    await send(somebody())
    const { id } = await newest()
    expect((await readComplaint(staff(role), id)) !== null).toBe(role === 'privacy')
    expect(JSON.stringify(await readOffChannel(staff('support-engineer'), id))).not.toContain('Rex')
  })
  test('is erased with our answer once its time is over', async () => {
    await send(somebody(), { country: 'US', region: 'US-CA' })
    const { id } = await newest()
    await changeEntry(priya, id, 'answer', { text: 'We stop.' }, randomUUID())
    await sql(`update off_channel set finished_at = now() - interval '400 days' where id = $1`, [id])
    const days = { unconfirmed: 30, proofs: 30, packages: 14, content: 365 }
    await looseParts(system, days)['off-channel tickets']?.()
    expect(await readComplaint(priya, id)).toEqual({
      email: null,
      about: 'marketing',
      words: null,
      reply: null,
    })
    expect(await readOffChannel(priya, id)).toMatchObject({ country: null, region: null })
  })
})

describe('Privacy’s answer', () => {
  const answer = (id: string, role: 'privacy' | 'support-engineer' = 'privacy') =>
    changeEntry(staff(role), id, 'answer', { text: 'You are right. We have stopped it.' }, randomUUID())

  test('is mailed as it was written, with where to turn next, and ends the entry', async () => {
    const email = somebody()
    await send(email)
    const { id } = await newest()
    expect(await answer(id, 'support-engineer')).toMatchObject({ ok: false, reason: 'not-allowed' })
    expect(await answer(id)).toMatchObject({ ok: true })
    expect(await kinds(email)).toContainEqual(expect.stringMatching(/^Our answer to your complaint C-/))
    const mailed = mailsTo(email).at(-1)?.text
    expect(mailed).toContain('You are right. We have stopped it.')
    expect(mailed).toContain('you can complain to')
    expect(await readOffChannel(priya, id)).toMatchObject({ finishedAt: expect.any(Date) })
    expect(await readComplaint(priya, id)).toMatchObject({ reply: 'You are right. We have stopped it.' })
    expect(await answer(id)).toMatchObject({ ok: false, reason: 'conflict' })
  })
  test('is only for complaints from the form', async () => {
    const { logOffChannel } = await import('@/lib/door/off-channel/off-channel')
    const logged = await logOffChannel(
      priya,
      { channel: 'letter', asksFor: 'complaint', note: 'By letter' },
      randomUUID(),
    )
    const id = (logged.ok && logged.id) || expect.unreachable()
    expect(await answer(id)).toMatchObject({ ok: false, reason: 'contradiction' })
  })
})

describe('word that we are working on it', () => {
  const half = (id: string) =>
    sql(`update off_channel set progress_at = now() - interval '1 minute' where id = $1`, [id])

  test('goes out once, at half of the time', async () => {
    const email = somebody()
    await send(email)
    const { id } = await newest()
    await tellOfProgress.run()
    expect(await kinds(email)).toHaveLength(1)
    await half(id)
    await tellOfProgress.run()
    await tellOfProgress.run()
    await remindOfEntries.run()
    expect(await kinds(email)).toEqual([
      expect.stringMatching(/^We have received/),
      expect.stringMatching(/^We are still working on your complaint C-/),
    ])
  })
  test('is not sent once it is answered, nor when the day has passed', async () => {
    const email = somebody()
    await send(email)
    const answered = await newest()
    await half(answered.id)
    await changeEntry(priya, answered.id, 'finish', { note: 'Answered by telephone' }, randomUUID())
    await send(email, { words: 'Another one' })
    const late = await newest()
    await half(late.id)
    await sql(`update off_channel set due_on = now() - interval '1 day' where id = $1`, [late.id])
    await tellOfProgress.run()
    expect(await kinds(email)).toEqual([
      expect.stringMatching(/^We have received/),
      expect.stringMatching(/^We have received/),
    ])
  })
  test('is no flood: five mails an hour for one mailbox, and none where its owner wants none', async () => {
    const underway = async (email: string) =>
      (await kinds(email)).filter(subject => subject.startsWith('We are still working'))
    const [flooded, muted] = [somebody(), somebody()]
    for (let sent = 0; sent < 20; sent++) await send(flooded, { words: `Number ${sent}` })
    await send(muted)
    await sql('update rate_limit set expire = 0')
    await transaction(tx => muteMailbox(tx, mailboxHash(muted), new Date(Date.now() + 86_400_000)))
    await sql(`update off_channel set progress_at = now() - interval '1 minute' where email = any($1)`, [
      [flooded, muted],
    ])
    await tellOfProgress.run()
    expect(await underway(flooded)).toHaveLength(5)
    expect(await underway(muted)).toEqual([])
  })
})
