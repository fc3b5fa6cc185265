import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deletionListText } from '@/lib/core/account/deletion-list'
import type { ActResult } from '@/lib/systems/contract'
import { bucketStore } from '@/lib/systems/data-platform/s3'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { S3StandIn } from '@/tests/support/stand-ins/s3'
import {
  accessTo,
  anotherLike,
  bucketAt,
  connectTo,
  failureOf,
  SECRET,
  stubStorage,
} from '@/tests/support/stand-ins/s3-bench'
import { doing, faults, nobody, wireTo } from '@/tests/support/stand-ins/wires'

const FILE = 'deletion-list-v3.csv'
const KEY = `gdpr/out/${FILE}`
const text = deletionListText(['Ada@example.com', 'lee@example.com'])
const other = deletionListText(['lee@example.com'])

let server: S3StandIn
let ledger: MemoryLedger
beforeAll(async () => {
  server = await new S3StandIn().listen()
  stubStorage(server)
})
beforeEach(async () => {
  server = await anotherLike(server)
  ledger = new MemoryLedger()
})
afterEach(() => {
  for (const { headers, path } of server.calls) {
    expect(JSON.stringify(headers)).not.toContain(SECRET)
    expect(path).not.toContain('@')
  }
})
afterAll(async () => {
  await server.close()
  vi.unstubAllEnvs()
})

async function store(list: { version: number; text: string } | null = { version: 3, text }, path?: string) {
  const act = connectTo(server, path).acts?.['store-deletion-list']
  if (!act) throw new Error('no act')
  return await act.run(doing(ledger, { deletionList: async () => list }))
}
const resultOf = (result: ActResult) => (result.is === 'done' ? result.evidence[0] : result)

describe('storing the list in a bucket', () => {
  test('writes its newest version under the prefix, only where there is none', async () => {
    const result = await store()
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(resultOf(result)).toMatchObject({
      what: 'Stored version 3 of the deletion list',
      result: `${KEY}, 2 rows`,
    })
    expect([...server.objects]).toEqual([[KEY, text]])
    expect(server.calls.map(call => [call.method, call.path])).toEqual([
      ['GET', `/lists/${KEY}`],
      ['PUT', `/lists/${KEY}`],
    ])
    expect(server.calls[1]?.headers).toMatchObject({
      'if-none-match': '*',
      'content-type': 'text/csv; charset=utf-8',
    })
    // Storage other than Amazon's refuses what it doesn't know.
    expect(Object.keys(server.calls[1]?.headers ?? {}).join()).not.toMatch(/checksum|trailer/)
    expect(JSON.stringify([result, ledger.records])).not.toContain('@')
  })
  test.each(['s3://lists', 's3://lists/'])('needs no prefix: %s', async path => {
    await store(undefined, path)
    expect([...server.objects.keys()]).toEqual([FILE])
  })
  test('signs a prefix with signs that addresses escape', async () => {
    await store(undefined, "s3://lists/a b(1)/it's+new=!*")
    expect([...server.objects.keys()]).toEqual([`a b(1)/it's+new=!*/${FILE}`])
  })
  test('changes nothing where it is there already', async () => {
    server.objects.set(KEY, text)
    const result = await store()
    expect(result).toMatchObject({ is: 'done', changed: false })
    expect(resultOf(result)).toMatchObject({ result: `${KEY} was there already, with 2 rows.` })
    expect(server.effects).toEqual([])
  })
  test.each([
    ['shorter', other],
    ['as long', text.replace('lee', 'max')],
    ['longer than is read', `${text}${'x@example.com,full\n'.repeat(10_000)}`],
    ['empty', ''],
    ['the same behind a mark', `\uFEFF${text}`],
  ])('replaces no object that is %s, with other rows', async (_how, there) => {
    server.objects.set(KEY, there)
    expect(await store()).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining(`${KEY} is in the bucket already, with other rows`),
    })
    expect(server.objects.get(KEY)).toBe(there)
  })
  test('replaces nothing that appeared between looking and writing', async () => {
    const there = bucketAt(server)
    server.objects.set(FILE, other)
    expect(await failureOf(there.put(FILE, text))).toMatchObject({ reason: 'unexpected' })
    expect(server.objects.get(FILE)).toBe(other)
    server.objects.set(FILE, text)
    await there.put(FILE, text)
    expect(server.did('put')).toBe(0)
  })
  test('looks once more where a server can’t write only what is new', async () => {
    server.onlyNew = 'refuses'
    await store()
    expect(server.objects.get(KEY)).toBe(text)
    server.objects.set(KEY, other)
    await failureOf(bucketAt(server, { prefix: 'gdpr/out' }).put(FILE, text))
    expect(server.objects.get(KEY)).toBe(other)
  })
  test('looks before it writes to a server that knows no condition', async () => {
    server.onlyNew = 'ignores'
    server.objects.set(KEY, other)
    expect(await store()).toMatchObject({ is: 'by-hand' })
    expect(server.objects.get(KEY)).toBe(other)
  })
  test('is settled by looking where it was broken off after the object was there', async () => {
    server.fault(/^PUT/, { kind: 'reset-after' })
    expect(await failureOf(store())).toMatchObject({ reason: 'unreachable', mayHaveActed: true })
    expect(ledger.records).toMatchObject([{ state: 'begun' }])
    expect(await store()).toMatchObject({ is: 'done', changed: true })
    expect(ledger.records).toMatchObject([{ state: 'done', result: '2 rows' }])
    expect(server.did('put')).toBe(1)
  })
  test('stays done when the data platform has taken the object away', async () => {
    await store()
    server.objects.clear()
    expect(await store()).toMatchObject({ is: 'done' })
    expect(server.objects.size).toBe(0)
  })
  test('says beforehand what it would do, without a call', async () => {
    const act = connectTo(server).acts?.['store-deletion-list']
    expect(await act?.preview(nobody, [])).toMatchObject({
      acts: ['The newest version of the deletion list will be stored in s3://lists/gdpr/out.'],
    })
    expect(server.calls).toEqual([])
  })
})

// A cut-off object is an object with other rows, which somebody looks at.
const whileLooking = faults.filter(([name]) => name !== 'is cut off')
const noTag = { kind: 'status', status: 200, body: '' } as const

describe('an answer is never read as done', () => {
  test.each(whileLooking)('that %s, while looking', async (_name, fault) => {
    server.fault(/^GET/, fault)
    await failureOf(store())
    expect(server.effects).toEqual([])
    expect(ledger.records).toEqual([])
  })
  test.each([...whileLooking, ['is 200 of something in between', noTag] as const])(
    'that %s, while writing',
    async (_name, fault) => {
      server.fault(/^PUT/, fault)
      await failureOf(store())
      expect(ledger.records.filter(({ state }) => state === 'done')).toEqual([])
      expect(await store()).toMatchObject({ is: 'done' })
      expect(server.objects.get(KEY)).toBe(text)
    },
  )
  test('nor is one that is cut off, of an object or of words', async () => {
    server.fault(/^GET/, { kind: 'truncate' })
    expect(await failureOf(store())).toMatchObject({ isTransient: true })
    server.objects.set(KEY, text)
    server.fault(/^GET/, { kind: 'truncate' })
    expect(await store()).toMatchObject({ is: 'by-hand' })
  })
  test('one call a try: the step is repeated as a whole', async () => {
    server.fault(/^GET/, { kind: 'status', status: 503, body: 'SlowDown' }, 9)
    expect(await failureOf(store())).toMatchObject({ reason: 'server-error', isTransient: true })
    expect(server.calls).toHaveLength(1)
  })
  test('no redirect is followed', async () => {
    const elsewhere = await new S3StandIn().listen()
    server.fault(/^GET/, {
      kind: 'status',
      status: 307,
      headers: { location: `${elsewhere.url}/lists/${KEY}` },
    })
    expect((await failureOf(store())).message).toContain('is in another region, or at another address')
    expect(elsewhere.calls).toEqual([])
    await elsewhere.close()
  })
  test('patience ends', async () => {
    server.fault(/^GET/, { kind: 'hang' })
    const impatient = bucketStore(
      { bucket: 'lists', prefix: '' },
      accessTo(server),
      wireTo(server.host, { patienceMs: 50 }),
    )
    expect(await failureOf(impatient.look(FILE, text))).toMatchObject({ reason: 'timeout' })
  })
})
