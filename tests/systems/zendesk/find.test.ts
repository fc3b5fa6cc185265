import { describe, expect, test } from 'vitest'
import { SystemFailure } from '@/lib/systems/failure'
import { emails, subject, zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'

const bench = zendeskBench()
const [first = '', second = ''] = emails
const find = (more = {}) => bench.connect().find?.({ ...subject, ...more })

describe('the search for a person in Zendesk', () => {
  test('asks for every address, and counts users and open tickets', async () => {
    const { server } = bench
    const robin = server.user(first)
    const other = server.user(second)
    server.ticket(robin, { status: 'pending' })
    server.ticket(other, { status: 'new' })
    server.ticket(other, { status: 'solved' })
    server.ticket(other, { status: 'closed' })
    expect(await find()).toEqual({
      ids: [String(robin.id), String(other.id)],
      words: `2 users (${robin.id}, ${other.id}), 2 open tickets`,
    })
    for (const address of emails) expect(server.got(new RegExp(`search.*${address}`))).toHaveLength(1)
  })
  test('finds a user by a confirmed second address, in any case', async () => {
    const user = bench.server.user('else@example.org')
    user.identities.push({ type: 'email', value: first.toUpperCase(), verified: true })
    expect(await find()).toEqual({ ids: [String(user.id)], words: `1 user (${user.id}), no open tickets` })
  })
  test('takes nobody for the person whose name or address only looks like it', async () => {
    bench.server.user('x@example.net', { name: first })
    bench.server.user(`${first}.au`)
    const twitter = bench.server.user('y@example.net', { name: first })
    twitter.identities.push({ type: 'twitter', value: first, verified: true })
    expect(await find()).toEqual({ ids: [], words: 'No user was found with any of the 2 addresses.' })
    expect(await find({ emails: [first] })).toEqual({ ids: [], words: 'No user was found with the address.' })
  })
  test('doubts a second address that was never confirmed', async () => {
    const user = bench.server.user('else@example.org')
    user.identities.push({ type: 'email', value: first, verified: false })
    const found = await find()
    expect(found).toMatchObject({ ids: [] })
    expect(found?.words).toContain(`1 user (${user.id}) entered one of the addresses and never confirmed it`)
  })
  test('reads every page of a list, and follows no link', async () => {
    const { server } = bench
    server.data.pageSize = 2
    for (const part of [1, 2, 3, 4]) server.user(`${part}@example.net`, { name: first })
    const user = server.user(first)
    for (const status of ['open', 'open', 'closed', 'hold', 'open']) server.ticket(user, { status })
    expect(await find()).toMatchObject({
      ids: [String(user.id)],
      words: `1 user (${user.id}), 4 open tickets`,
    })
  })
  test('can’t be led elsewhere by an address with quotes', async () => {
    bench.server.user('x@example.net', { name: 'anybody' })
    expect(await find({ emails: ['"anybody" role:admin@example.net'] })).toMatchObject({ ids: [] })
    expect(bench.server.got(/search/)[0]?.query.query).toBe('email:"anybodyrole:admin@example.net"')
  })
  test.each([
    ['cut off', { kind: 'truncate' }, 'nonsense'],
    ['a page', { kind: 'html' }, 'nonsense'],
    ['nothing', { kind: 'empty' }, 'nonsense'],
    ['another shape', { kind: 'status', status: 200, body: '{"users":null}' }, 'nonsense'],
    ['broken off', { kind: 'reset' }, 'unreachable'],
    ['a failure', { kind: 'status', status: 503 }, 'server-error'],
    ['401', { kind: 'status', status: 401, body: '{"error":"Couldn’t authenticate you"}' }, 'credentials'],
    ['404', { kind: 'status', status: 404, body: '{"error":"InvalidEndpoint"}' }, 'unexpected'],
    ['elsewhere', { kind: 'redirect', to: 'http://169.254.169.254/' }, 'redirected'],
  ] as const)('an answer that is %s is a failure, never “nobody”', async (_name, fault, reason) => {
    bench.server.user(first)
    bench.server.fault(/users\/search/, fault)
    await expect(find()).rejects.toMatchObject({ name: 'SystemFailure', reason })
  })
  test('that shows nobody to an account with fewer rights is a failure, too', async () => {
    const agent = { settings: { token: bench.server.agentToken } }
    await expect(bench.connect(agent).find?.(subject)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(bench.run('verify-support-user-gone', agent)).rejects.toThrow(/no admin/)
    const visitor = '{"user":{"id":null,"role":"end-user"}}'
    bench.server.fault(/users\/me/, { kind: 'status', status: 200, body: visitor })
    await expect(find()).rejects.toMatchObject({ reason: 'forbidden' })
  })
  test('says how long it is to wait, and nothing personal', async () => {
    const body = `{"error":"x","description":"${first} asked too often"}`
    bench.server.fault(/search/, { kind: 'status', status: 429, headers: { 'retry-after': '17' }, body })
    await expect(find()).rejects.toMatchObject({ reason: 'limited', retryAfterSeconds: 17 })
    bench.server.fault(/search/, { kind: 'status', status: 400, body })
    const error = await find()?.catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(SystemFailure)
    expect(String(error)).not.toContain(first)
  })
})
