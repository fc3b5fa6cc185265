import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { dataPlatform } from '@/lib/systems/data-platform'
import { bucketStore } from '@/lib/systems/data-platform/s3'
import { makeWire } from '@/lib/systems/wire'
import { S3StandIn } from '@/tests/support/stand-ins/s3'
import {
  accessTo,
  anotherLike,
  bucketAt,
  connectTo,
  failureOf,
  stubStorage,
} from '@/tests/support/stand-ins/s3-bench'
import { wireTo } from '@/tests/support/stand-ins/wires'

const FILE = 'deletion-list-v3.csv'
const text = 'email_address,delete_type\nada@example.com,full\n'

let server: S3StandIn
beforeAll(async () => {
  server = await new S3StandIn().listen()
  stubStorage(server)
})
beforeEach(async () => {
  server = await anotherLike(server)
})
afterAll(async () => {
  await server.close()
  vi.unstubAllEnvs()
})

describe('where it calls', () => {
  const wire = (
    allowed: string[],
    resolve: (name: string) => Promise<{ address: string; family: number }[]>,
  ) =>
    makeWire({
      name: 'Data platform',
      allowed,
      patienceMs: 5000,
      traffic: { enter: async () => undefined, leave: async () => undefined },
      resolve,
    })
  const here = async () => [{ address: '127.0.0.1', family: 4 }]
  const place = { bucket: 'lists', prefix: '' }

  test('plain http and hosts inside only where they are listed', async () => {
    const closed = bucketStore(place, accessTo(server), wire([], here))
    expect(await failureOf(closed.put(FILE, text))).toMatchObject({ reason: 'address-not-allowed' })
    const inside = accessTo(server, { endpoint: `https://s3.example:${server.port}` })
    expect(await failureOf(bucketStore(place, inside, wire([], here)).look(FILE, text))).toMatchObject({
      reason: 'address-not-allowed',
    })
    expect(server.calls).toEqual([])
  })
  test('the bucket’s own host where paths have no bucket', async () => {
    const host = `lists.s3.test:${server.port}`
    const byHost = accessTo(server, { endpoint: `http://s3.test:${server.port}`, pathStyle: false })
    await bucketStore(place, byHost, wire([host], here)).put(FILE, text)
    expect(server.calls).toMatchObject([{ path: `/${FILE}`, headers: { host } }])
    expect([...server.objects.keys()]).toEqual([FILE])
  })
  test.each([
    [false, 'lists.s3.eu-central-1.amazonaws.com'],
    [true, 's3.eu-central-1.amazonaws.com'],
  ])('Amazon’s address of the region without an endpoint (path style: %s)', async (pathStyle, host) => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'https://another.example')
    const nowhere = async () => {
      throw new Error('no name is looked up here')
    }
    const amazon = bucketStore(place, accessTo(server, { endpoint: undefined, pathStyle }), wire([], nowhere))
    expect((await failureOf(amazon.look(FILE, text))).message).toContain(`can’t be reached at ${host}:`)
  })
  test('nowhere where no storage is set', async () => {
    const unset = bucketStore(place, undefined, wireTo(server.host))
    const { reason, message } = await failureOf(unset.tryOut())
    expect(reason).toBe('credentials')
    expect(message).toContain('S3_ACCESS_KEY_ID')
  })
})

describe('testing the connection', () => {
  test('writes an object, reads it and deletes it', async () => {
    expect(await connectTo(server).check()).toMatchObject([{ name: 'Bucket', ok: true }])
    expect(server.calls.map(call => call.method)).toEqual(['GET', 'PUT', 'GET', 'DELETE'])
    expect(server.calls.every(call => call.path.startsWith('/lists/gdpr/out/.habeas-check-'))).toBe(true)
    expect(server.objects.size).toBe(0)
  })
  const trial = async (some: Parameters<typeof bucketAt>[1]) =>
    await failureOf(bucketAt(server, some).tryOut())
  test('names a key that isn’t known, a bucket that isn’t there and a wrong region', async () => {
    expect(await trial({ accessKeyId: 'ANOTHER' })).toMatchObject({
      reason: 'credentials',
      message: 'Data platform: S3 doesn’t know the key of S3_ACCESS_KEY_ID.',
    })
    expect((await trial({ bucket: 'another' })).message).toContain('The bucket “another” doesn’t exist')
    expect((await trial({ region: 'us-west-2' })).message).toContain('Correct S3_REGION')
  })
  test.each([
    ['SignatureDoesNotMatch', 'Credentials', 'S3_SECRET_ACCESS_KEY isn’t that of S3_ACCESS_KEY_ID'],
    ['RequestTimeTooSkewed', 'Address', 'Set both by a time server'],
    ['NobodyKnows', 'Rights', 'S3 forbids it'],
  ])('names %s', async (code, name, words) => {
    server.fault(/^GET/, { kind: 'status', status: 403, body: `<Error><Code>${code}</Code></Error>` })
    expect(await connectTo(server).check()).toMatchObject([
      { name, ok: false, words: expect.stringContaining(words) },
    ])
  })
  test.each([
    ['GET', 's3:GetObject'],
    ['PUT', 's3:PutObject'],
    ['DELETE', 's3:DeleteObject'],
  ])('names the right that %s lacks', async (method, right) => {
    server.denied.add(method)
    expect(await connectTo(server).check()).toMatchObject([
      { name: 'Rights', ok: false, words: expect.stringContaining(right) },
    ])
  })
  test('names the right to tell what is missing from what is forbidden', async () => {
    server.mayList = false
    expect(await connectTo(server).check()).toMatchObject([
      { ok: false, words: expect.stringContaining('s3:ListBucket') },
    ])
    expect(server.effects).toEqual([])
  })
  test('doesn’t believe storage that gives back something else', async () => {
    const put = server.fault(/^PUT/, { kind: 'status', status: 200, headers: { etag: '"1"' } })
    expect(await connectTo(server).check()).toMatchObject([
      { name: 'Answer', ok: false, words: expect.stringContaining('doesn’t give back what was written') },
    ])
    expect(put.hits).toHaveLength(1)
  })
})

describe('settings', () => {
  test.each(['s3://lists', 's3://lists/gdpr', 's3://my.lists/gdpr/2031/'])('%s is a bucket', path => {
    expect(dataPlatform.settings.parse({ path })).toEqual({ path })
  })
  test.each([
    's3://',
    's3:lists',
    's3://li',
    's3://Lists',
    's3://a..b',
    's3://lists//gdpr',
    's3://lists/../other',
    's3://lists/./gdpr',
    's3://lists/gdpr?x=1',
    's3://lists/g%2Fr',
    's3://key:secret@lists/gdpr',
    's3://lists/new\nline',
  ])('%j is none', path => {
    expect(dataPlatform.settings.safeParse({ path }).success).toBe(false)
  })
})
