import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { nextReminderOf } from '@/lib/core/off-channel/due'
import { type Role, roles } from '@/lib/core/people/actor'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { openFromTicket } from '@/lib/door/off-channel/open-request'
import { listOffChannel, readOffChannel } from '@/lib/store/request/off-channel'
import { readReport } from '@/lib/store/request/reports'
import { remindOfEntries } from '@/lib/worker/sweeps/off-channel'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { staff, sql } = world
const sam = staff('support-engineer')
const ticket = 'https://support.example/tickets/4711'

const log = (asksFor: string, answer: string, role: Role = 'support-engineer', more = {}) =>
  logOffChannel(
    staff(role),
    { channel: 'support-ticket', asksFor, answer, ticket, ...more },
    `test:${randomUUID()}`,
  )

describe('what arrives off-channel', () => {
  it('is logged with the handbook’s answer; nothing is solved by that', async () => {
    const logged = await log('account-deletion', 'deletion-instructions')
    const entry = logged.ok && logged.id ? await readOffChannel(sam, logged.id) : null
    const open = { solved: false, finishedAt: null }
    expect(entry).toMatchObject({ asksFor: 'account-deletion', ticket, reference: null, ...open })
    const kept = await log('data-portability', 'portability-instructions')
    expect(kept.ok && kept.id && (await readOffChannel(sam, kept.id))).toMatchObject(open)
    expect((await listOffChannel(sam, undefined)).items.map(item => item.asksFor)).toEqual([
      'data-portability',
      'account-deletion',
    ])
  })
  it('has one effect per press', async () => {
    const before = (await listOffChannel(sam, undefined)).items.length
    const input = { channel: 'mail', asksFor: 'data-access', answer: 'privacy-center-link' }
    await logOffChannel(sam, input, 'test:twice')
    await logOffChannel(sam, input, 'test:twice')
    expect((await listOffChannel(sam, undefined)).items.length).toBe(before + 1)
  })
  it('is refused with an answer that belongs to something else', async () => {
    expect(await log('data-access', 'open-export')).toMatchObject({ ok: false, status: 422 })
    expect(
      await log('data-access', 'privacy-center-link', 'privacy', { ticket: 'javascript:alert(1)' }),
    ).toMatchObject({ ok: false, status: 422 })
  })
  it('leaves a row in the organisation’s audit log without the ticket', async () => {
    const [row] = await sql<{ facts: object }>(
      `select facts from audit_entry where command = 'log-off-channel' order by id limit 1`,
    )
    expect(row?.facts).toMatchObject({ asksFor: 'account-deletion', answer: 'deletion-instructions' })
    expect(JSON.stringify(row)).not.toContain('4711')
  })
  it.each(roles)('%s: only support and Privacy log and read', async role => {
    const may = role === 'support-engineer' || role === 'privacy'
    const done = await log('data-access', 'privacy-center-link', role)
    expect(done.ok).toBe(may)
    expect((await listOffChannel(staff(role), undefined)).items.length > 0).toBe(may)
  })
})

describe('what waits for Privacy’s answer', () => {
  const note = 'About a letter that was never answered'
  const entryOf = async () => {
    const logged = await log('complaint', 'to-privacy', 'support-engineer', { note })
    return (logged.ok && logged.id) || expect.unreachable()
  }
  /** As if the entry were due in so many days, and the worker had not looked since. */
  const dueIn = (id: string, days: number) =>
    sql(
      `update off_channel set due_on = now() + make_interval(days => $2),
         reminder_at = now() - make_interval(secs => 100 + $2) where id = $1`,
      [id, days],
    )
  const reminded = async (id: string) => {
    await remindOfEntries.run()
    const rows = await sql<{ id: string }>(
      `select id::text from audit_entry where command = 'remind-off-channel' and facts->>'offChannel' = $1`,
      [id],
    )
    const mails = await sql(`select id from outbox where kind = 'off-channel-reminder'`)
    expect(mails.length).toBeGreaterThanOrEqual(rows.length)
    return rows.length
  }
  it('is brought to mind five days before, one day before and on the due day, once each', async () => {
    const id = await entryOf()
    expect(await reminded(id)).toBe(0)
    await dueIn(id, 5)
    expect(await reminded(id)).toBe(1)
    expect(await reminded(id)).toBe(1)
    await dueIn(id, 1)
    expect(await reminded(id)).toBe(2)
    await dueIn(id, 0)
    expect(await reminded(id)).toBe(3)
    expect(await sql('select reminder_at from off_channel where id = $1', [id])).toEqual([
      { reminder_at: null },
    ])
  })
  it('is left alone once it is finished', async () => {
    const id = await entryOf()
    await dueIn(id, 1)
    await changeEntry(staff('privacy'), id, 'finish', { note }, `test:${randomUUID()}`)
    expect(await reminded(id)).toBe(0)
  })
  it('has its reminders at the beginning of a day, where the organisation is', () => {
    const zone = 'Europe/Berlin'
    const due = new Date('2026-06-30T21:59:59Z')
    const nextAfter = (now: string) => nextReminderOf(due, new Date(now), zone)?.toISOString() ?? null
    expect(nextAfter('2026-06-01T12:00:00Z')).toBe('2026-06-24T22:00:00.000Z')
    expect(nextAfter('2026-06-24T22:00:00Z')).toBe('2026-06-28T22:00:00.000Z')
    expect(nextAfter('2026-06-29T12:00:00Z')).toBe('2026-06-29T22:00:00.000Z')
    expect(nextAfter('2026-06-30T12:00:00Z')).toBeNull()
  })
})

describe('a request from a ticket', () => {
  it('opens a data export, notes the ticket, and is named by the entry it came from', async () => {
    const { email, username } = await world.account()
    const logged = await log('data-export', 'open-export')
    const offChannel = logged.ok ? logged.id : undefined
    const input = { type: 'data-export', email, username, country: 'DE', ticket, offChannel }
    const press = `test:${randomUUID()}`
    const opened = await openFromTicket(sam, input, press)
    expect(opened.ok).toBe(true)
    expect(await openFromTicket(sam, input, press)).toEqual(opened)
    const reference = opened.ok ? opened.reference : ''
    expect(await world.get(reference)).toMatchObject({
      state: 'submitted',
      source: 'staff',
      type: 'data-export',
    })
    expect(offChannel && (await readOffChannel(sam, offChannel))).toMatchObject({ reference })
    const notes = await sql<{ text: string }>('select text from note')
    expect(notes.map(note => note.text)).toEqual([`Opened from a ticket: ${ticket}`])
  })
  it('is opened once, and a second person reads that it is open', async () => {
    const { email, username } = await world.account()
    const logged = await log('data-export', 'open-export')
    const offChannel = logged.ok ? logged.id : undefined
    const input = { type: 'data-export', email, username, country: 'DE', ticket, offChannel }
    const opened = await openFromTicket(sam, input, `test:${randomUUID()}`)
    const second = await openFromTicket(staff('privacy'), input, `test:${randomUUID()}`)
    expect(second).toMatchObject({
      ok: false,
      reason: 'conflict',
      title: `A request was opened for this already: ${opened.ok ? opened.reference : ''}.`,
    })
  })
  it('is opened once, too, where two people open it in the same second', async () => {
    const { email, username } = await world.account()
    const logged = await log('data-export', 'open-export')
    const offChannel = logged.ok ? logged.id : undefined
    const input = { type: 'data-export', email, username, country: 'DE', ticket, offChannel }
    const both = await Promise.all(
      [sam, staff('privacy')].map(actor => openFromTicket(actor, input, `test:${randomUUID()}`)),
    )
    const opened = both.flatMap(done => (done.ok ? [done.reference] : []))
    expect(opened).toHaveLength(1)
    expect(both.filter(done => !done.ok)).toMatchObject([
      { reason: 'conflict', title: `A request was opened for this already: ${opened[0]}.` },
    ])
    expect(offChannel && (await readOffChannel(sam, offChannel))).toMatchObject({ reference: opened[0] })
    expect(await sql('select id from request where email = $1', [email])).toHaveLength(1)
  })
  it('opens nothing that the Privacy Center offers', async () => {
    const { email, username } = await world.account()
    const input = { type: 'individual-deletion', email, username }
    expect(await openFromTicket(sam, input, `test:${randomUUID()}`)).toMatchObject({
      ok: false,
      fields: { type: expect.any(String) },
    })
  })
  it('is opened by support and Privacy alone', async () => {
    const input = { type: 'data-export' }
    for (const role of ['admin', 'forum-admin', 'console-engineer', 'support-readiness'] as const)
      expect(await openFromTicket(staff(role), input, `test:${randomUUID()}`)).toMatchObject({ status: 403 })
  })
})

describe('reports', () => {
  it('count what was asked off-channel and how requests ended, by numbers alone', async () => {
    const { reference } = await world.begin({ accountState: 'deleted' }, { type: 'data-access' })
    expect((await world.get(reference)).outcome).toBe('no-account')
    const report = await readReport(staff('admin'), '2020-01')
    expect(report.outcomes).toContainEqual({ type: 'data-access', outcome: 'no-account', count: 1 })
    const row = report.months.find(month => month.type === 'data-access')
    expect(row).toMatchObject({ received: 1, closed: 1, fulfilled: 0, inTime: 1, medianDays: 0 })
    const exports = report.offChannel.find(item => item.answer === 'open-export')
    expect(exports).toMatchObject({ asksFor: 'data-export', count: 3, solved: 0, opened: 3 })
    expect(JSON.stringify(report)).not.toMatch(/@|robin/i)
  })
  it('count nothing of a time before', async () => {
    expect(await readReport(sam, '2999-01')).toEqual({
      months: [],
      outcomes: [],
      offChannel: [],
      standIns: [],
    })
    expect(await readReport(staff('forum-admin'), '2020-01')).toEqual({
      months: [],
      outcomes: [],
      offChannel: [],
      standIns: [],
    })
  })
})
