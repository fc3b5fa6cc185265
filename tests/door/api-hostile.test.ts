import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as nowhere from '@/app/api/[...rest]/route'
import * as live from '@/app/api/health/live/route'
import * as ready from '@/app/api/health/ready/route'
import { isTooDeep } from '@/app/api/v1/json-depth'
import * as version from '@/app/api/version/route'
import { newToken } from '@/lib/auth/tokens'
import { openApiDocument } from '@/lib/core/api/openapi'
import { aWorld } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'
import { unchanged } from '@/tests/support/unchanged'

const world = await aWorld()
const token = await aToken('support-engineer')
const { reference } = await world.begin()
const note = `/requests/${reference}/commands/add-note`
const privacy = await aToken('privacy')
const taskId = (await world.get(reference)).tasks[0]?.id ?? ''

const problem = z.strictObject({
  type: z.string().startsWith('http://habeas.test/problems/'),
  title: z.string(),
  status: z.number(),
  reason: z.string(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  instance: z.string().optional(),
})

/** A call that must come to nothing: a problem of this status and reason, with every record as it was. */
async function nothingComesOf(
  path: string,
  sending: Parameters<typeof call>[1],
  status: number,
  reason?: string,
) {
  const answer = await unchanged(world.sql, () => call(path, { token, ...sending }))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const said = problem.parse(answer.body)
  expect(said.status).toBe(status)
  if (reason) expect(said.reason).toBe(reason)
  return said
}

describe('who calls', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = part({ sub: 'admin', role: 'privacy', exp: 9_999_999_999 })
  test.each([
    ['no token', null],
    ['garbage', 'garbage'],
    ['a percent sign', '%00'],
    ['a long one', 'x'.repeat(5000)],
    ['an unsigned one', `${part({ alg: 'none' })}.${claims}.`],
    ['a foreign key', `${part({ alg: 'HS256' })}.${claims}.${part({ forged: true })}`],
    ['one of our shape', newToken()],
  ])('%s is nobody, on every address', async (_what, given) => {
    for (const path of ['/requests', `/requests/${reference}`, `/requests/${reference}/audit`])
      await nothingComesOf(path, { token: given }, 401, 'unauthenticated')
    await nothingComesOf(note, { token: given, body: { text: 'x' } }, 401, 'unauthenticated')
    const { headers } = await call('/requests', { token: given })
    expect(headers.get('www-authenticate')).toMatch(/^Bearer/)
  })
})

describe('what is sent', () => {
  const deep = (depth: number) => `{"text":${'['.repeat(depth)}${']'.repeat(depth)}}`
  test.each([
    ['no JSON', 'text', 'malformed-body'],
    ['no UTF-8', Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d), 'malformed-body'],
    ['half of it', '{"text":"x"', 'malformed-body'],
    ['a list', '[]', 'malformed-body'],
    ['a word', '"text"', 'malformed-body'],
    ['nothing but null', 'null', 'malformed-body'],
    ['ten thousand levels', deep(10_000), 'malformed-body'],
    ['sixty thousand levels, never closed', '['.repeat(60_000), 'malformed-body'],
    [
      'levels behind a quoted bracket',
      `{"a":"]\\"]","text":${'['.repeat(30)}${']'.repeat(30)}}`,
      'malformed-body',
    ],
    ['a text of quotes that never ends', `"${'\\"'.repeat(65_000)}`, 'malformed-body'],
    ['a text of backslashes that never ends', `{"text":"${'\\\\'.repeat(65_000)}`, 'malformed-body'],
    ['objects in objects, never closed', '{"a":'.repeat(26_000), 'malformed-body'],
    ['brackets in a text', `{"text":"${'[{'.repeat(65_000)}`, 'malformed-body'],
    ['a link of endless marks', `{"text":"http://a${'\u0301\u0316'.repeat(15_000)}"}`, 'malformed-body'],
    ['a link of endless escapes', `{"text":"http://a${'%CC%81'.repeat(20_000)}"}`, 'malformed-body'],
    ['NUL in a value', '{"text":"a\\u0000b"}', 'malformed-body'],
    ['NUL in a name', '{"te\\u0000xt":"a"}', 'malformed-body'],
    ['half a character', '{"text":"\\ud800"}', 'malformed-body'],
    ['half a character, deeper', '{"text":["\\udc00x"]}', 'malformed-body'],
    ['a prototype', '{"text":"x","__proto__":{"role":"privacy"}}', 'malformed-body'],
  ])('%s is answered with 400 at once', async (_what, body, reason) => {
    await nothingComesOf(note, { body }, 400, reason)
    await nothingComesOf('/requests', { body }, 400, reason)
    expect(Object(Object.prototype).role).toBeUndefined()
  })

  test.each([
    ['quotes', '\\"', false],
    ['backslashes', '\\\\', false],
    ['closing brackets', '"]"]', false],
    ['opening brackets', '[', true],
  ])('the depth of megabytes of %s is found in one walk', (_what, piece, deep) => {
    expect(isTooDeep(`"${piece.repeat(4_000_000)}`)).toBe(false)
    expect(isTooDeep(piece.repeat(4_000_000))).toBe(deep)
  })
  test('twelve thousand keys are named as wrong once', async () => {
    const body = `{${Array.from({ length: 12_000 }, (_, key) => `"k${key}":1`).join()}}`
    await nothingComesOf(note, { body }, 422, 'invalid-input')
  })
  test('a million keys are more than one call may carry', async () => {
    const body = `{${Array.from({ length: 1_000_000 }, (_, key) => `"k${key}":1`).join()}}`
    await nothingComesOf(note, { body }, 413, 'body-too-large')
  })
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'a body of type “%s” is not read',
    async type => {
      await nothingComesOf(note, { body: { text: 'x' }, headers: { 'content-type': type } }, 415)
    },
  )
  test.each([
    ['role', { text: 'x', role: 'privacy' }],
    ['status', { text: 'x', status: 'closed' }],
    ['verifiedAt', { text: 'x', verifiedAt: '2026-01-01T00:00:00Z' }],
    ['dueAt', { text: 'x', dueAt: '2036-01-01T00:00:00Z' }],
    ['constructor', { text: 'x', constructor: { prototype: {} } }],
    ['text', { text: ['x'] }],
    ['text', { text: { not: '' } }],
    ['text', { text: '   ' }],
    ['text', { text: 'x'.repeat(5000) }],
    ['text', {}],
    ['version', { text: 'x', version: '1' }],
    ['version', { text: 'x', version: -1 }],
    ['version', { text: 'x', version: null }],
  ])('a command names %s when it is wrong, and leaves everything as it was', async (field, body) => {
    const said = await nothingComesOf(note, { body }, 422, 'invalid-input')
    expect(Object.keys(said.fields ?? {})).toEqual([field])
  })
  test.each([
    ['role', { role: 'privacy' }],
    ['state', { state: 'closed' }],
    ['dueOn', { dueOn: '2036-01-01' }],
    ['email', { email: 'x@evil.test y@corp.test' }],
    ['email', { email: 'a@b.example\r\nBcc: c@d.example' }],
    ['email', { email: ['a@b.example'] }],
    ['email', { email: { not: '' } }],
    ['email', { email: undefined }],
    ['username', { username: undefined }],
    ['type', { type: 'everything' }],
    ['subjectType', { subjectType: 'successor' }],
    ['country', { country: 'Germany' }],
    ['receivedAt', { receivedAt: '2999-01-01T00:00:00Z' }],
    ['receivedAt', { receivedAt: '1999-01-01T00:00:00Z' }],
  ])('a submission names %s when it is wrong, and nothing is taken in', async (field, change) => {
    const good = { type: 'individual-deletion', email: 'robin@people.example', username: 'robin' }
    const said = await nothingComesOf('/requests', { body: { ...good, ...change } }, 422, 'invalid-input')
    expect(Object.keys(said.fields ?? {})).toContain(field)
  })
})

describe('where it is sent', () => {
  test.each(['%00', "PR-1' or '1'='1", '..', 'x'.repeat(5000), 'PR-NONE-NONE', '‮'])(
    'nothing is found at %s',
    async text => {
      const part = encodeURIComponent(text)
      await nothingComesOf(`/requests/${part}`, {}, 404, 'not-found')
      await nothingComesOf(`/requests/${part}/commands/add-note`, { body: { text: 'x' } }, 404, 'not-found')
      await nothingComesOf(`/tasks/${part}/commands/add-note`, { body: { text: 'x' } }, 404, 'no-such-task')
    },
  )
  test('a search with hostile characters finds nothing and breaks nothing', async () => {
    for (const q of ['%', '_____', '\\', "'", '\0', '＠', 'a'.repeat(320)]) {
      const answer = await call(`/requests?q=${encodeURIComponent(q)}`, { token })
      expect([answer.status, answer.body], q).toEqual([200, { items: [], next: null }])
    }
    await nothingComesOf(`/requests?q=${'a'.repeat(321)}`, {}, 422, 'invalid-input')
  })
  test('methods that an address does not know change nothing', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
      for (const path of ['/requests', `/requests/${reference}`, note, `/requests/${reference}/audit`])
        await nothingComesOf(path, { method }, 405, 'method-not-allowed')
    await nothingComesOf(note, { method: 'GET' }, 405, 'method-not-allowed')
    await nothingComesOf(`/requests/${reference}`, { method: 'POST', body: {} }, 405, 'method-not-allowed')
  })
  test('there are no other addresses, and those answer with a problem, too', async () => {
    for (const handler of Object.values(nowhere)) {
      const answer = await handler()
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    }
  })
  test('no answer invites another site', async () => {
    for (const origin of ['https://evil.test', 'null']) {
      const { headers } = await call('/requests', { token, headers: { origin } })
      expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })
})

test('a token that calls too often is told when to come back, and others continue', async () => {
  const busy = await aToken('privacy')
  await call('/requests', { token: busy })
  await world.sql('update rate_limit set points = 600')
  const answer = await call('/requests', { token: busy })
  expect(problem.parse(answer.body)).toMatchObject({ status: 429, reason: 'too-many-requests' })
  const wait = Number(answer.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect((await call('/requests', { token: await aToken('privacy') })).status).toBe(200)
})

test('what nobody foresaw is answered with a number, and nothing of it', async () => {
  const broken = await aToken('support-engineer')
  await world.sql('alter table request rename to hidden_away')
  const answer = await call(`/requests/${reference}`, { token: broken })
  await world.sql('alter table hidden_away rename to request')
  const said = problem.parse(answer.body)
  expect(said).toMatchObject({ status: 500, reason: 'unexpected' })
  expect(said.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(answer.text).not.toMatch(/relation|request"|prisma|select/i)
})

describe('every address of the document answers', () => {
  const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  const { paths } = document.parse(openApiDocument('test'))
  const methods: Readonly<Record<string, 'PUT' | 'DELETE'>> = { put: 'PUT', delete: 'DELETE' }

  test.each(Object.entries(paths).flatMap(([path, verbs]) => Object.keys(verbs).map(verb => [verb, path])))(
    '%s %s',
    async (verb, path) => {
      const address = path.replace('{reference}', reference).replace('{id}', taskId).replace('{key}', 'crm')
      const body = verb === 'post' ? { nonsense: true } : undefined
      const method = methods[verb]
      const { status } = await call(address, {
        token: privacy,
        ...(method && { method }),
        ...(body && { body }),
      })
      expect(answersOf(verb, path)).toContain(status)
    },
  )
  /** Nonsense is refused in each address's own way: an upload takes no JSON, and a file that isn't there is nobody's. */
  function answersOf(verb: string, path: string): number[] {
    if (path === '/files/{id}' || path.startsWith('/off-channel/{id}')) return [404]
    if (path.endsWith('/files')) return [415]
    // Nobody but an admin connects systems, or adds webhooks.
    // It has no such step.
    if (path.endsWith('/preview')) return [422]
    if (path.startsWith('/systems') || path.startsWith('/webhooks')) return [403]
    return verb === 'get' ? [200] : [403, 422]
  }
  test('it is what the API hands out, to everybody', async () => {
    const { status, body } = await call('/openapi.json', { token: null })
    expect([status, Object.keys(document.parse(body).paths)]).toEqual([200, Object.keys(paths)])
  })
  test('every file of the API is in it', () => {
    const root = join(import.meta.dirname, '../../app/api/v1')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(text =>
      text.endsWith('route.ts'),
    )
    const documented = Object.keys(paths).map(path =>
      path.replace(/\/commands\/[^/]+$/, '/commands/{command}'),
    )
    const addresses = files.map(file => `/${dirname(file).replaceAll(/\[(\w+)\]/g, '{$1}')}`)
    expect([...new Set(documented)].sort()).toEqual(addresses.sort())
  })
})

describe('health', () => {
  test('live, ready and version answer everybody', async () => {
    expect((await live.GET()).status).toBe(200)
    expect(await (await ready.GET()).json()).toEqual({ status: 'ready' })
    expect(await (await version.GET()).json()).toMatchObject({
      name: 'habeas',
      version: expect.stringMatching(/^\d+\./),
    })
  })
  test('a database that lacks a migration is not ready', async () => {
    const [last] = await world.sql<{ name: string }>(
      `update _prisma_migrations set finished_at = null where migration_name =
       (select max(migration_name) from _prisma_migrations) returning migration_name as name`,
    )
    const answer = await ready.GET()
    await world.sql('update _prisma_migrations set finished_at = now() where migration_name = $1', [
      last?.name,
    ])
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    expect((await ready.GET()).status).toBe(200)
  })
})
