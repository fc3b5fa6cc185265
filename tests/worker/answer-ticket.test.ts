import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Askable } from '@/lib/core/off-channel/off-channel'
import type { Actor } from '@/lib/core/people/actor'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { answerEntryTicket } from '@/lib/door/system-work/answer-ticket'
import { takeArrival } from '@/lib/door/systems/arrivals'
import { connectTo } from '@/lib/door/systems/connect'
import { listOffChannel } from '@/lib/store/request/off-channel'
import { readUnanswered } from '@/lib/store/request/ticket-answers'
import { answerTicket } from '@/lib/worker/jobs/answer-ticket'
import { system } from '@/tests/factories/system'
import { aWorld } from '@/tests/factories/world'
import { aSystem } from '@/tests/support/a-system'
import { ZendeskStandIn } from '@/tests/support/stand-ins/zendesk'
import type { Ticket } from '@/tests/support/stand-ins/zendesk-data'

const server = await new ZendeskStandIn().listen()
afterAll(() => server.close())
process.env.ALLOWED_PRIVATE_HOSTS = server.host
const world = await aWorld()
const { sql, staff } = world
const sam = staff('support-engineer')
const key = await aSystem({
  key: 'zendesk',
  kind: 'zendesk',
  name: 'Our Zendesk',
  settings: { url: server.url, email: server.email },
  secrets: { token: server.token, webhookSecret: server.webhookSecret },
})
const { signal } = new AbortController()
const TRIES = 12

beforeEach(async () => {
  server.clearFaults()
  await sql('delete from graphile_worker._private_jobs')
  await sql(`update connected_system set enabled = true, paused_until = null, failures = 0`)
})

/** A ticket of a person, told of by the webhook. */
async function arrived(asksFor: Askable, more: Partial<Ticket> = {}): Promise<Ticket> {
  const ticket = server.ticket(server.user(`${randomUUID()}@example.org`), more)
  const body = JSON.stringify({ ticket_id: ticket.id, asks_for: asksFor })
  const hook = { headers: server.signed(body), raw: Buffer.from(body), now: new Date() }
  expect(await takeArrival(key, hook)).toEqual({ is: 'logged' })
  return ticket
}
async function entryOf({ id }: Ticket) {
  const { items } = await listOffChannel(sam, undefined)
  const entry = items.find(({ ticketId }) => ticketId === String(id))
  if (!entry) throw new Error('no entry')
  return entry
}
const waiting = () =>
  sql<{ payload: { tried?: number }; inSeconds: number }>(
    `select payload, extract(epoch from run_at - now())::float8 as "inSeconds" from graphile_worker._private_jobs jobs
     join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id where tasks.identifier = 'answer-ticket'`,
  )
/** The pause is over. */
async function waited() {
  await sql('update graphile_worker._private_jobs set run_at = now()')
  await sql('update connected_system set paused_until = null')
}
const commentsOn = ({ id }: Ticket) => server.did('comment', String(id))

describe('a ticket that came by itself', () => {
  test('is answered with the handbook’s macro, and solved, which ends the entry', async () => {
    const ticket = await arrived('account-deletion')
    await world.work()
    expect([ticket.status, ticket.comments[0]?.body]).toEqual([
      'solved',
      server.data.macros[0]?.comment?.body,
    ])
    const entry = await entryOf(ticket)
    expect(entry).toMatchObject({ answering: 'answered', solved: true, finishedAt: expect.any(Date) })
    expect(entry).toMatchObject({ finishedBy: 'Our Zendesk', loggedBy: 'Our Zendesk', answerWords: null })
    const [audit] = await sql(
      `select facts from audit_entry where command = 'answer-ticket' order by id desc limit 1`,
    )
    expect(audit).toEqual({ facts: { offChannel: entry.id, system: 'zendesk', solved: true } })
  })
  test.each<[Askable, string, boolean]>([
    ['data-access', 'To get a copy of the data', true],
    ['data-export', 'To get a copy of the data', true],
    ['rectification', 'To have us correct', true],
    ['objection', 'To object to how we use', true],
    ['marketing-opt-out', 'To get no more marketing', true],
    ['data-portability', 'Which platform do you want to move to?', false],
    ['forum-deletion', 'the link to your profile', false],
    ['complaint', 'Our privacy team will look at it. They will answer you by', false],
    ['other', 'Our privacy team will look at it', false],
  ])(
    'that asks for %s is answered in words, and solved only where the handbook says so',
    async (asks, words, solved) => {
      const ticket = await arrived(asks)
      await world.work()
      expect(ticket.comments).toMatchObject([{ public: true, body: expect.stringContaining(words) }])
      expect(ticket.comments[0]?.body).not.toMatch(/[{}]/)
      expect(ticket.status).toBe(solved ? 'solved' : 'open')
      const finishedAt = solved ? expect.any(Date) : null
      expect(await entryOf(ticket)).toMatchObject({ answering: 'answered', solved, finishedAt })
    },
  )
  test('is answered once, though the worker died before it could write that down', async () => {
    const ticket = await arrived('data-access')
    const connection = await connectTo(key)
    await connection?.answerTicket?.({ ticket: String(ticket.id), macro: null, text: 'Sent', solves: true })
    await world.work()
    expect(ticket.comments.map(({ body }) => body)).toEqual(['Sent'])
    expect(await entryOf(ticket)).toMatchObject({ answering: 'answered', solved: true })
  })
  test('is answered once by two workers at the same moment', async () => {
    const ticket = await arrived('account-deletion')
    const { id } = await entryOf(ticket)
    await Promise.all([1, 1].map(tried => answerEntryTicket(system, id, { tried, signal })))
    expect([commentsOn(ticket), (await entryOf(ticket)).answering]).toEqual([1, 'answered'])
    const rows = await sql(`select 1 from audit_entry where command_id = $1`, [`answer-ticket:${id}`])
    expect(rows).toHaveLength(1)
  })
  test('that a person was quicker with isn’t answered again', async () => {
    const ticket = await arrived('data-access')
    const { id } = await entryOf(ticket)
    expect(await changeEntry(sam, id, 'solve', {}, randomUUID())).toMatchObject({ ok: true })
    await world.work()
    expect([commentsOn(ticket), (await entryOf(ticket)).answering]).toEqual([0, null])
  })
})

describe('an answer that failed', () => {
  const failed = async (ticket: Ticket) => {
    await sql('update connected_system set enabled = false')
    await world.work()
    await sql('update connected_system set enabled = true')
    const entry = await entryOf(ticket)
    expect(entry.answering).toBe('failed')
    return entry.id
  }
  const again = (id: string, actor: Actor = sam, press: string = randomUUID()) =>
    changeEntry(actor, id, 'answer-again', {}, press)

  test('is tried again at a press, and sent once however often that is pressed', async () => {
    const ticket = await arrived('data-access')
    const id = await failed(ticket)
    const press = randomUUID()
    expect(await Promise.all([again(id, sam, press), again(id, sam, press)])).toMatchObject([
      { ok: true },
      { ok: true },
    ])
    expect(await entryOf(ticket)).toMatchObject({ answering: 'queued', answerWords: null })
    expect(await again(id)).toMatchObject({ reason: 'contradiction' })
    await world.work()
    expect(commentsOn(ticket)).toBe(1)
    expect(await entryOf(ticket)).toMatchObject({ answering: 'answered', solved: true })
    expect(await again(id)).toMatchObject({ ok: false })
  })
  test('that fails again is a person’s again, each time with a line in the audit log', async () => {
    const ticket = await arrived('data-access')
    const id = await failed(ticket)
    for (const times of [2, 3]) {
      expect(await again(id)).toMatchObject({ ok: true })
      await failed(ticket)
      const rows = await sql(
        `select 1 from audit_entry where command = 'fail-ticket-answer' and facts->>'offChannel' = $1`,
        [id],
      )
      expect(rows).toHaveLength(times)
    }
    expect(await again(id)).toMatchObject({ ok: true })
    server.fault(/GET .*tickets/, { kind: 'status', status: 503 })
    await world.work()
    const [job] = await waiting()
    expect(job?.payload).toMatchObject({ entryId: id, tried: 2, round: expect.any(String) })
    await waited()
    await world.work()
    expect([commentsOn(ticket), (await entryOf(ticket)).answering]).toEqual([1, 'answered'])
  })
  test('is said at the request that was opened for the ticket, until it is tried again', async () => {
    const ticket = await arrived('data-export')
    const id = await failed(ticket)
    const request = await world.get(await world.submit(await world.account()))
    await world.db.offChannel.update({ where: { id }, data: { requestId: request.id } })
    const words = 'Our Zendesk is no longer connected, or is switched off.'
    expect(await readUnanswered(sam, request.id)).toEqual([{ id, systemName: 'Our Zendesk', words }])
    await again(id)
    expect(await readUnanswered(sam, request.id)).toEqual([])
  })
  test('is not sent twice where a colleague or a lost try had sent it', async () => {
    const ticket = await arrived('data-access')
    const id = await failed(ticket)
    const connection = await connectTo(key)
    await connection?.answerTicket?.({ ticket: String(ticket.id), macro: null, text: 'Sent', solves: true })
    expect(await again(id)).toMatchObject({ ok: true })
    await world.work()
    expect(ticket.comments.map(({ body }) => body)).toEqual(['Sent'])
  })
  test('of what Privacy answers is tried again by Support, too, since that ends nothing', async () => {
    const ticket = await arrived('complaint')
    const id = await failed(ticket)
    expect(await again(id, staff('console-engineer'))).toMatchObject({ reason: 'not-allowed' })
    expect(await again(id)).toMatchObject({ ok: true })
    await world.work()
    expect(await entryOf(ticket)).toMatchObject({ answering: 'answered', finishedAt: null })
  })
})

describe('a system that can’t be answered now', () => {
  test('is tried again when it said so', async () => {
    const ticket = await arrived('data-access')
    server.fault(/GET .*tickets/, { kind: 'status', status: 429, headers: { 'retry-after': '93' } })
    await world.work()
    const [job] = await waiting()
    expect(job?.payload.tried).toBe(2)
    expect(job?.inSeconds).toBeGreaterThan(60)
    expect(job?.inSeconds).toBeLessThanOrEqual(93)
    await waited()
    await world.work()
    expect([commentsOn(ticket), (await entryOf(ticket)).answering]).toEqual([1, 'answered'])
  })
  test.each(['reset', 'reset-after', 'truncate', 'html', 'empty'] as const)(
    'is tried again, and answered once, when its answer is lost (%s)',
    async kind => {
      const ticket = await arrived('data-access')
      server.fault(/PUT/, { kind })
      await world.work()
      expect((await entryOf(ticket)).answering).toBe('queued')
      expect(await waiting()).toHaveLength(1)
      await waited()
      await world.work()
      expect([commentsOn(ticket), ticket.status]).toEqual([1, 'solved'])
      expect(await entryOf(ticket)).toMatchObject({ answering: 'answered', solved: true })
      expect(await waiting()).toEqual([])
    },
  )
  test('is left to a person after its last try, with the reason', async () => {
    const ticket = await arrived('data-access')
    server.fault(/GET .*tickets/, { kind: 'status', status: 503 }, 2)
    const { id } = await entryOf(ticket)
    await answerEntryTicket(system, id, { tried: TRIES - 1, signal })
    expect((await entryOf(ticket)).answering).toBe('queued')
    await answerEntryTicket(system, id, { tried: TRIES, signal })
    const answerWords = 'Our Zendesk failed (503).'
    expect(await entryOf(ticket)).toMatchObject({ answering: 'failed', answerWords, finishedAt: null })
    await answerEntryTicket(system, id, { tried: 1, signal })
    expect(commentsOn(ticket)).toBe(0)
    expect(await changeEntry(sam, id, 'solve', {}, randomUUID())).toMatchObject({ ok: true })
  })
  test.each<[string, Partial<Ticket>, RegExp]>([
    ['that is closed', { status: 'closed' }, /is closed, so it can’t be answered/],
    ['that lacks a field', { lacks: 'Product: is required' }, /“Product: is required”/],
  ])('is left to a person at once for a ticket %s', async (_name, more, words) => {
    const ticket = await arrived('data-access', more)
    await world.work()
    expect(await entryOf(ticket)).toMatchObject({
      answering: 'failed',
      answerWords: expect.stringMatching(words),
    })
    expect(await waiting()).toEqual([])
  })
  test('is left to a person at once where it was switched off', async () => {
    const ticket = await arrived('data-access')
    await sql('update connected_system set enabled = false')
    await world.work()
    const answerWords = 'Our Zendesk is no longer connected, or is switched off.'
    expect(await entryOf(ticket)).toMatchObject({ answering: 'failed', answerWords })
  })
  test('is left to a person where our own side fails again and again', async () => {
    const ticket = await arrived('data-access')
    const { id } = await entryOf(ticket)
    await sql(`update connected_system set secrets = '\\x00' where key = 'zendesk'`)
    const job = (attempt: number) =>
      answerTicket({ entryId: id }, { jobId: '1', attempt, workerId: 'test', signal })
    const sealed = await world.db.connectedSystem.findUniqueOrThrow({ where: { key } })
    await expect(job(1)).rejects.toThrow()
    expect((await entryOf(ticket)).answering).toBe('queued')
    await job(5)
    expect(await entryOf(ticket)).toMatchObject({
      answering: 'failed',
      answerWords: expect.stringContaining('on our side'),
    })
    expect(sealed.secrets?.length).toBe(1)
  })
})
