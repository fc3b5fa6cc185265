import { describe, expect, test } from 'vitest'
import { zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'

const bench = zendeskBench()
const now = new Date('2026-03-31T12:00:00Z')
const minutes = (many: number) => new Date(+now + many * 60_000)

interface Sent {
  at?: Date
  secret?: string
  settings?: Record<string, unknown>
  headers?: Record<string, string | undefined>
  raw?: string | Buffer
}
function read(
  body: string | Buffer,
  { at = now, secret, settings = {}, headers = {}, raw = body }: Sent = {},
) {
  const signed = bench.server.signed(body, { at, ...(secret !== undefined && { secret }) })
  return bench.connect({ settings }).readHook?.({ ...signed, ...headers }, Buffer.from(raw), now)
}
const arrived = (body: object) => {
  const reading = read(JSON.stringify(body))
  return reading?.ok ? [reading.arrival.ticket, reading.arrival.asksFor] : reading
}

describe('a webhook of Zendesk', () => {
  test('names the ticket, where to read it, and what it asks for', () => {
    const reading = read('{"ticket_id":"4711","asks_for":"data-access","email":"robin@example.org"}')
    const link = `${bench.server.url}/agent/tickets/4711`
    expect(reading).toEqual({
      ok: true,
      arrival: { id: 'ticket:4711', ticket: '4711', link, asksFor: 'data-access' },
    })
  })
  test.each<[object, unknown]>([
    [{ ticket_id: 4711, asks_for: 'complaint' }, ['4711', 'complaint']],
    [{ ticketId: '4711', asksFor: 'data-rectification' }, ['4711', 'rectification']],
    [{ ticket: { id: 4711, tags: ['vip', 'account_deletion'] } }, ['4711', 'account-deletion']],
    [
      { type: 'zen:event-type:ticket.created', detail: { id: '4711', tags: ['forum-deletion'] } },
      ['4711', 'forum-deletion'],
    ],
    [{ ticket_id: 4711, tags: 'vip data_export now' }, ['4711', 'data-export']],
    [{ ticket_id: 4711, asks_for: 'pizza', tags: ['objection'] }, ['4711', 'objection']],
    [{ ticket_id: 4711, asks_for: 'Robin Example' }, ['4711', null]],
    [{ ticket_id: 4711, asks_for: ['data-access'], tags: 7 }, ['4711', null]],
    [{ ticket_id: 4711 }, ['4711', null]],
    [
      { type: 'zen:event-type:user.created', detail: { id: '5' } },
      { ok: false, why: 'body' },
    ],
    [{ ticket_id: '../users/1' }, { ok: false, why: 'body' }],
    [{ ticket_id: -1.5 }, { ok: false, why: 'body' }],
    [{ ticket_id: { $gt: 0 } }, { ok: false, why: 'body' }],
    [{ asks_for: 'data-access' }, { ok: false, why: 'body' }],
    [[], { ok: false, why: 'body' }],
  ])('%j', (body, expected) => {
    expect(arrived(body)).toEqual(expected)
  })
  test.each([
    ['empty', ''],
    ['no JSON', 'ticket_id=4711'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('that is signed and %s has no ticket', (_name, body) => {
    expect(read(body)).toEqual({ ok: false, why: 'body' })
  })

  const body = '{"ticket_id":4711,"asks_for":"data-access"}'
  test.each<[string, Sent]>([
    ['another secret', { secret: 'guessed' }],
    ['a body that was written anew', { raw: '{"ticket_id": 4711, "asks_for": "data-access"}' }],
    ['a flipped byte', { raw: body.replace('4711', '4712') }],
    ['one byte more', { raw: `${body}\n` }],
    ['no signature', { headers: { 'x-zendesk-webhook-signature': undefined } }],
    ['an empty signature', { headers: { 'x-zendesk-webhook-signature': '' } }],
    ['a short signature', { headers: { 'x-zendesk-webhook-signature': 'AAAA' } }],
    ['no moment', { headers: { 'x-zendesk-webhook-signature-timestamp': undefined } }],
    ['another moment', { headers: { 'x-zendesk-webhook-signature-timestamp': '2026-03-31T12:00:01Z' } }],
    ['no secret in the settings', { settings: { webhookSecret: undefined } }],
  ])('with %s isn’t believed', (_name, sent) => {
    expect(read(body, sent)).toEqual({ ok: false, why: 'signature' })
  })
  test.each([
    [-6, 'stale'],
    [6, 'stale'],
    [-4, undefined],
    [4, undefined],
  ])('that was signed %i minutes from now', (away, why) => {
    const reading = read(body, { at: minutes(away) })
    expect(reading?.ok === false ? reading.why : undefined).toBe(why)
  })
  test('with an endless moment is refused at once', () => {
    const at = '2'.repeat(100_000)
    expect(read(body, { headers: { 'x-zendesk-webhook-signature-timestamp': at } })).toMatchObject({
      ok: false,
    })
  })
})
