import { describe, expect, test } from 'vitest'
import type { TicketAnswer } from '@/lib/systems/contract'
import { zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'
import type { Ticket } from '@/tests/support/stand-ins/zendesk-data'

const bench = zendeskBench()
const MACRO = 'Support::SaaS::Gitlab.com::Account Deletion Instructions - GitLab.com'
const text = 'Hello,\n\nplease choose “Make a Privacy Request” here:\nhttps://privacy.example'

function aTicket(more: Partial<Ticket> = {}): Ticket {
  return bench.server.ticket(bench.server.user('robin@example.org'), more)
}
const send = (ticket: Ticket, more: Partial<TicketAnswer> = {}, options = {}) =>
  bench
    .connect(options)
    .answerTicket?.({ ticket: String(ticket.id), macro: null, text, solves: true, ...more })
const comments = () => bench.server.did('comment')

describe('an answer to a ticket', () => {
  test('is a public comment, and solves it', async () => {
    const ticket = aTicket({ tags: ['vip'] })
    const link = `${bench.server.url}/agent/tickets/${ticket.id}`
    expect(await send(ticket)).toEqual({ link, solved: true })
    expect(ticket.comments).toEqual([{ body: text, public: true, author_id: 1 }])
    expect([ticket.status, ticket.tags]).toEqual(['solved', ['vip', `habeas_answered_${ticket.id}`]])
  })
  test('leaves it open where the handbook keeps it', async () => {
    const ticket = aTicket()
    expect(await send(ticket, { solves: false })).toMatchObject({ solved: false })
    expect([ticket.status, comments()]).toEqual(['open', 1])
  })
  test('is the macro’s, which is only previewed until it is written', async () => {
    const ticket = aTicket({ tags: ['vip'] })
    expect(await send(ticket, { macro: MACRO })).toMatchObject({ solved: true })
    expect(ticket.comments).toMatchObject([{ body: expect.stringContaining('Make a Privacy Request') }])
    expect(ticket.tags).toEqual(['vip', 'macro_used', `habeas_answered_${ticket.id}`])
  })
  test('sets what the macro sets', async () => {
    const ticket = aTicket({ priority: 'low' })
    bench.server.data.macros.push({
      id: 5,
      title: 'Own',
      active: true,
      comment: { body: 'Own words', public: true },
      sets: { priority: 'high', group_id: 12 },
    })
    await send(ticket, { macro: MACRO }, { settings: { macros: { [MACRO]: 'Own' } } })
    expect(ticket).toMatchObject({ priority: 'high', group_id: 12, comments: [{ body: 'Own words' }] })
  })
  test('takes the macro that the settings name by number', async () => {
    const ticket = aTicket()
    await send(ticket, { macro: 'Deletion' }, { settings: { macros: { Deletion: 360001 } } })
    expect([ticket.status, comments()]).toEqual(['solved', 1])
  })
  test.each([
    ['there is none of that title', 'Account Deletion', {}],
    ['it has another number by now', 'Deletion', { macros: { Deletion: '77' } }],
  ])('is left to a person where %s', async (_name, macro, settings) => {
    const ticket = aTicket()
    await expect(send(ticket, { macro }, { settings })).rejects.toThrow(/no active macro “/)
    expect([ticket.status, comments()]).toEqual(['open', 0])
  })
  test('is left to a person where the macro is switched off', async () => {
    const ticket = aTicket()
    for (const macro of bench.server.data.macros) macro.active = false
    await expect(send(ticket, { macro: MACRO })).rejects.toMatchObject({ isTransient: false })
    expect(comments()).toBe(0)
  })
  test('is sent once however often it is tried', async () => {
    const ticket = aTicket()
    for (const _ of [1, 2, 3]) expect(await send(ticket, { macro: MACRO })).toMatchObject({ solved: true })
    expect([comments(), bench.server.did('ticket-solved')]).toEqual([1, 1])
  })
  test.each(['reset-after', 'truncate', 'empty'] as const)(
    'is sent once when its answer is lost (%s)',
    async kind => {
      const ticket = aTicket()
      bench.server.fault(/PUT/, { kind })
      await expect(send(ticket)).rejects.toMatchObject({ isTransient: true })
      expect(await send(ticket)).toMatchObject({ solved: true })
      expect([ticket.status, comments()]).toEqual(['solved', 1])
    },
  )
  test('isn’t sent where a colleague has sent the same words, in other spaces', async () => {
    const ticket = aTicket()
    bench.server.comment(ticket, { body: `<p>${text.replaceAll('\n', ' ')}</p>`, public: true, author_id: 2 })
    expect(await send(ticket)).toMatchObject({ solved: true })
    expect([ticket.status, comments()]).toEqual(['solved', 0])
  })
  test('is sent though the words are there as a note, or as the person’s own', async () => {
    const ticket = aTicket()
    bench.server.comment(ticket, { body: text, public: false, author_id: 2 })
    bench.server.comment(ticket, { body: text, public: true, author_id: ticket.requester_id ?? 0 })
    await send(ticket)
    expect(comments()).toBe(1)
  })
  test('is sent to a follow-up, which inherits the tags of the ticket before', async () => {
    const ticket = aTicket()
    await send(ticket)
    await send(aTicket({ tags: [...ticket.tags] }))
    expect(comments()).toBe(2)
  })
  test('isn’t lost, and loses nothing, where somebody changes the ticket at the same moment', async () => {
    const ticket = aTicket()
    const fault = bench.server.fault(/PUT/, {
      kind: 'status',
      status: 409,
      body: '{"error":"UpdateConflict"}',
    })
    expect(await send(ticket)).toMatchObject({ solved: true })
    expect([fault.hits.length, comments()]).toEqual([1, 1])
    bench.server.fault(/PUT/, { kind: 'status', status: 409, body: '{"error":"UpdateConflict"}' }, 3)
    await expect(send(aTicket())).rejects.toMatchObject({ isTransient: true, retryAfterSeconds: 30 })
  })
  test('can’t be given to a closed ticket, and says so', async () => {
    const ticket = aTicket({ status: 'closed' })
    await expect(send(ticket)).rejects.toThrow(`Ticket ${ticket.id} is closed`)
    expect(bench.server.got(/PUT/)).toEqual([])
  })
  test('counts as given on a ticket that was closed after it', async () => {
    const ticket = aTicket()
    await send(ticket)
    ticket.status = 'closed'
    expect(await send(ticket)).toMatchObject({ solved: true })
  })
  test('says why Zendesk doesn’t take it', async () => {
    const ticket = aTicket({ lacks: 'Product: is required when solving a ticket' })
    await expect(send(ticket)).rejects.toThrow('“Product: is required when solving a ticket”')
    expect(comments()).toBe(0)
  })
  test('says that the ticket is gone', async () => {
    const ticket = aTicket()
    bench.server.data.tickets.delete(ticket.id)
    await expect(send(ticket)).rejects.toThrow('no longer in Zendesk')
  })
})
