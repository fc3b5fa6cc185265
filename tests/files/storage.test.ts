import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { checkStorage, openStorage, TooLarge } from '@/lib/files/storage'

const folder = join(mkdtempSync(join(tmpdir(), 'habeas-storage-')), 'files')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const storage = openStorage(pathToFileURL(folder).href, Buffer.alloc(32, 7))

async function* bytesOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}
async function* breaksOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half')
  throw new Error('the connection is gone')
}
const waiting = () => (existsSync(join(folder, 'incoming')) ? readdirSync(join(folder, 'incoming')) : [])

describe('a file', () => {
  test('is kept under a key of our own and comes back byte for byte', async () => {
    const incoming = await storage.receive(bytesOf('Zoë', '\r\n'), 100)
    expect(incoming).toMatchObject({ size: 6 })
    expect(incoming.sha256).toMatch(/^[0-9a-f]{64}$/)
    const key = await storage.keep(incoming)
    expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}\.sealed$/)
    expect(statSync(join(folder, key)).mode & 0o077).toBe(0)
    const read = await storage.read(key)
    expect(read?.size).toBe(6)
    expect(await read?.bytes.toArray().then(parts => Buffer.concat(parts).toString())).toBe('Zoë\r\n')
    await storage.remove(key)
    expect(await storage.read(key)).toBeNull()
  })
  test('that is too long, or breaks off, leaves nothing', async () => {
    await expect(storage.receive(bytesOf('1234', '5678'), 7)).rejects.toBeInstanceOf(TooLarge)
    await expect(storage.receive(breaksOff(), 7)).rejects.toThrow('the connection is gone')
    expect(waiting()).toEqual([])
  })
  test('is reached by no other key', async () => {
    for (const key of [
      '../secrets.json',
      '/etc/passwd',
      'incoming/x',
      'ab/..',
      `ab/${'a'.repeat(36)}/../x`,
      '',
    ])
      await expect(storage.read(key), key).rejects.toThrow('no key')
  })
})

async function lain(): Promise<string[]> {
  const keys: string[] = []
  for await (const key of storage.olderThan(new Date(Date.now() - 3_600_000))) keys.push(key)
  return keys
}

test('what has lain long enough is named, and what broke off long ago; both can be removed', async () => {
  const old = new Date(Date.now() - 86_400_000)
  const [left, kept, young] = [
    await storage.receive(bytesOf('left'), 9),
    await storage.keep(await storage.receive(bytesOf('old'), 9)),
    await storage.keep(await storage.receive(bytesOf('young'), 9)),
  ]
  utimesSync(left.path, old, old)
  utimesSync(join(folder, kept), old, old)
  const leftOver = `incoming/${basename(left.path)}`
  expect((await lain()).sort()).toEqual([kept, leftOver].sort())
  await expect(storage.read(leftOver)).rejects.toThrow('no key')
  await storage.remove(leftOver)
  expect(waiting()).toEqual([])
  expect(await lain()).toEqual([kept])
  await storage.touch(kept)
  expect(await lain()).toEqual([])
  expect(await storage.read(young)).not.toBeNull()
})

test('an address that isn’t one of our folders is refused with words', async () => {
  expect(() => openStorage('s3://bucket', Buffer.alloc(32))).toThrow('not supported yet')
  expect(() => openStorage(pathToFileURL(join('public', 'files')).href, Buffer.alloc(32))).toThrow('served')
  await expect(checkStorage('file:///dev/null/files')).rejects.toThrow()
  await checkStorage(pathToFileURL(folder).href)
})
