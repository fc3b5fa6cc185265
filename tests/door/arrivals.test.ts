import { describe, expect, test, vi } from 'vitest'
import { DELETE, GET, PATCH, POST, PUT } from '@/app/api/hooks/[key]/route'
import { log } from '@/lib/log'
import { listOffChannel } from '@/lib/store/request/off-channel'
import { aWorld } from '@/tests/factories/world'
import { aSystem } from '@/tests/support/a-system'
import { aToken, call } from '@/tests/support/api'
import { ZendeskStandIn } from '@/tests/support/stand-ins/zendesk'
import { unchanged } from '@/tests/support/unchanged'

const server = new ZendeskStandIn()
const world = await aWorld()
const { sql, staff } = world
const secrets = { token: server.token, webhookSecret: server.webhookSecret }
const settings = { url: 'https://acme.zendesk.com', email: server.email }
const key = await aSystem({ key: 'zendesk', kind: 'zendesk', name: 'Zendesk', settings, secrets })
await aSystem({ key: 'off', kind: 'zendesk', enabled: false, settings, secrets })
await aSystem({ key: 'no-secret', kind: 'zendesk', settings, secrets: { token: server.token } })
await aSystem({ key: 'unknown-kind', kind: 'of-another-version', settings, secrets })

interface Sent {
  to?: string
  headers?: Record<string, string>
  raw?: string | Buffer
}
/** As Zendesk's servers send it: no cookie and no origin. */
async function send(body: string, { to = key, headers = server.signed(body), raw = body }: Sent = {}) {
  const request = new Request(`http://habeas.test/api/hooks/${to}`, {
    method: 'POST',
    headers: { 'x-habeas-client-ip': '192.0.2.7', ...headers },
    body: new Uint8Array(Buffer.from(raw)),
  })
  const response = await POST(request, { params: Promise.resolve({ key: to }) })
  const text = await response.text()
  return { status: response.status, text, retryAfter: response.headers.get('retry-after') }
}
const body = (ticket: number, asksFor?: string, more = {}) =>
  JSON.stringify({ ticket_id: ticket, asks_for: asksFor, ...more })
const entries = async (ticket: number) =>
  (await listOffChannel(staff('privacy'), undefined)).items.filter(
    ({ ticketId }) => ticketId === String(ticket),
  )
const jobs = () => sql<{ payload: object }>(`select payload from graphile_worker._private_jobs`)

describe('a webhook of a connected system', () => {
  test('becomes an entry that the system answers, and nothing else of it is kept', async () => {
    const personal = {
      email: 'robin@example.org',
      subject: 'Delete Robin Example',
      description: 'I am Robin',
    }
    const sent = await send(body(4711, 'account-deletion', personal))
    expect(sent).toMatchObject({ status: 200, text: '{"result":"logged"}' })
    const [entry] = await entries(4711)
    expect(entry).toMatchObject({
      channel: 'support-ticket',
      asksFor: 'account-deletion',
      answer: 'deletion-instructions',
      ticket: 'https://acme.zendesk.com/agent/tickets/4711',
      systemKey: 'zendesk',
      systemName: 'Zendesk',
      answering: 'queued',
      note: null,
      loggedBy: 'Zendesk',
    })
    const [row] = await sql('select * from off_channel where id = $1', [entry?.id])
    const [audit] = await sql(
      `select * from audit_entry where command = 'log-off-channel' order by id desc limit 1`,
    )
    const kept = JSON.stringify([row, audit, await jobs()])
    for (const word of ['robin', 'Robin', 'Delete']) expect(kept).not.toContain(word)
    expect(audit?.facts).toMatchObject({
      offChannel: entry?.id,
      system: 'zendesk',
      asksFor: 'account-deletion',
    })
    expect((await jobs()).map(({ payload }) => payload)).toContainEqual({ entryId: entry?.id })
    const view = await call(`/off-channel/${entry?.id}`, { token: await aToken('support-engineer') })
    expect(view.body).toMatchObject({
      systemKey: 'zendesk',
      systemName: 'Zendesk',
      ticketId: '4711',
      answering: 'queued',
      answerWords: null,
    })
  })
  test.each([undefined, 'something-new', 'Robin Example'])(
    'that asks for %s goes to Privacy, with a due date',
    async said => {
      const ticket = 5000 + String(said).length
      await send(body(ticket, said))
      const [entry] = await entries(ticket)
      expect(entry).toMatchObject({ asksFor: 'other', answer: 'to-privacy', dueOn: expect.any(Date) })
      await world.work()
      expect(world.sink.mails.some(({ words }) => words.includes(`/off-channel/${entry?.id}`))).toBe(true)
    },
  )
  test('that comes again and again, also at the same moment, is one entry with one answer', async () => {
    const text = body(4712, 'data-access')
    const headers = server.signed(text)
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(text, { headers })))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(answers.filter(({ text }) => text.includes('logged'))).toHaveLength(1)
    expect(await send(body(4712, 'complaint'))).toMatchObject({ status: 200, text: '{"result":"known"}' })
    const found = await entries(4712)
    expect(found.map(({ asksFor }) => asksFor)).toEqual(['data-access'])
    const queued = (await jobs()).filter(({ payload }) =>
      JSON.stringify(payload).includes(found[0]?.id ?? 'none'),
    )
    expect(queued).toHaveLength(1)
  })
  test('of another system with the same number is another entry', async () => {
    await aSystem({ key: 'zendesk-eu', kind: 'zendesk', settings, secrets })
    await send(body(4713, 'data-access'))
    await send(body(4713, 'data-access'), { to: 'zendesk-eu' })
    expect((await entries(4713)).map(({ systemKey }) => systemKey).toSorted()).toEqual([
      'zendesk',
      'zendesk-eu',
    ])
  })
})

describe('a webhook that isn’t the system’s', () => {
  const text = body(6000, 'data-access')
  const minutes = (many: number) => new Date(Date.now() + many * 60_000)
  const denied = [
    ['nobody connected', { to: 'nobody' }],
    ['no name that a system can have', { to: '../v1/off-channel' }],
    ['a system that is switched off', { to: 'off' }],
    ['a system without a signing secret', { to: 'no-secret' }],
    ['a kind that isn’t known', { to: 'unknown-kind' }],
    ['no signature', { headers: { 'content-type': 'application/json' } }],
    ['another secret', { headers: server.signed(text, { secret: 'guessed' }) }],
    ['six minutes ago', { headers: server.signed(text, { at: minutes(-6) }) }],
    ['six minutes from now', { headers: server.signed(text, { at: minutes(6) }) }],
    ['a body that was written anew', { raw: JSON.stringify(JSON.parse(text), null, 1) }],
    ['a flipped byte', { raw: text.replace('6000', '6001') }],
  ] as const
  test.each<readonly [string, Sent]>(denied)('%s: 401, all alike, and no row', async (_name, sent) => {
    const warned = vi.spyOn(log, 'warn')
    const answer = await unchanged(sql, () => send(text, sent))
    const unknown = await send(text, { to: 'nobody' })
    expect(answer).toEqual({ ...unknown, status: 401 })
    expect(warned).toHaveBeenCalledWith(expect.anything(), 'security: webhook denied')
    expect(JSON.stringify(warned.mock.calls)).not.toContain('6000')
    warned.mockRestore()
  })
  test.each(['', '[]', '{"asks_for":"data-access"}', '{"ticket_id":"4711; drop table"}', 'no json'])(
    'is signed and names no ticket: %j',
    async empty => {
      const answer = await unchanged(sql, () => send(empty))
      expect([answer.status, answer.text.includes('ticket_id')]).toEqual([400, true])
    },
  )
  test('may not be endless', async () => {
    const long = JSON.stringify({ ticket_id: 6002, padding: 'x'.repeat(64 * 1024) })
    expect((await unchanged(sql, () => send(long))).status).toBe(413)
    const fits = JSON.stringify({ ticket_id: 6003, padding: 'x'.repeat(60 * 1024) })
    expect((await send(fits)).status).toBe(200)
  })
  test('is no other method', async () => {
    for (const method of [GET, PUT, PATCH, DELETE]) expect((await method()).status).toBe(405)
  })
  test('may not come in a flood from one network', async () => {
    const from = { ...server.signed(text), 'x-habeas-client-ip': '198.51.100.9' }
    for (let sent = 0; sent < 600; sent++) await send(text, { to: 'x', headers: from })
    const answer = await send(text, { headers: from })
    expect([answer.status, Number(answer.retryAfter) > 0]).toEqual([429, true])
    expect((await send(text)).status).toBe(200)
  })
})
