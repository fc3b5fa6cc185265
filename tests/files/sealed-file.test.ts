import { randomUUID } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { inspect } from '@/lib/files/inspect'
import { NotReadable } from '@/lib/files/sealed-file'
import { openStorage } from '@/lib/files/storage'
import { aSheet } from './archives'

const folder = mkdtempSync(join(tmpdir(), 'habeas-sealed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const url = pathToFileURL(folder).href
const storage = openStorage(url, Buffer.alloc(32, 1))
const CHUNK = 65_536
const SEALED_CHUNK = CHUNK + 16
const HEADER = 32

/** In pieces of an odd size, as a connection gives them. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 9973) yield bytes.subarray(at, at + 9973)
}
const kept = async (bytes: Buffer) => await storage.keep(await storage.receive(piecesOf(bytes), bytes.length))
const readBack = async (key: string, from = storage) => {
  const read = await from.read(key)
  if (!read) throw new Error('there is no such file')
  return { size: read.size, bytes: Buffer.concat(await read.bytes.toArray()) }
}
const content = (size: number) => Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 251))

describe('a stored file', () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])(
    'of %i bytes comes back whole, with its size',
    async size => {
      const bytes = content(size)
      const read = await readBack(await kept(bytes))
      expect(read.size).toBe(size)
      expect(read.bytes.equals(bytes)).toBe(true)
    },
  )
  test('lies nowhere in clear, not even while it waits, and no two are alike', async () => {
    const secret = Buffer.from('Robin Example, born on 1 January'.repeat(100))
    const incoming = await storage.receive(piecesOf(secret), secret.length)
    const on = (path: string) => readFileSync(path).includes('Robin Example')
    expect(on(incoming.path)).toBe(false)
    const first = await storage.keep(incoming)
    const second = await kept(secret)
    expect(on(join(folder, first))).toBe(false)
    expect(readFileSync(join(folder, first)).subarray(HEADER)).not.toEqual(
      readFileSync(join(folder, second)).subarray(HEADER),
    )
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })
  test('is looked into wherever somebody likes, before it is kept', async () => {
    const incoming = await storage.receive(piecesOf(aSheet()), 10_000_000)
    expect((await storage.look(incoming, inspect))?.mediaType).toContain('spreadsheetml')
    const long = Buffer.concat([content(CHUNK - 3), Buffer.from('across'), content(CHUNK)])
    const other = await storage.receive(piecesOf(long), long.length)
    const middle = await storage.look(other, async file => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(6), 0, 6, CHUNK - 3)
      const end = await file.read(Buffer.alloc(50), 0, 50, long.length - 4)
      return [buffer.toString(), bytesRead, end.bytesRead]
    })
    expect(middle).toEqual(['across', 6, 4])
  })
  test('from before files were sealed is read as it is', async () => {
    const key = `ab/${randomUUID()}`
    mkdirSync(join(folder, 'ab'), { recursive: true })
    for (const old of ['', 'short', 'habeas', 'A letter from before. '.repeat(5000)]) {
      writeFileSync(join(folder, key), old)
      const read = await readBack(key)
      expect([read.size, read.bytes.toString()]).toEqual([old.length, old])
    }
  })
  test('that nobody reads to its end is let go', async () => {
    const read = await storage.read(await kept(content(3 * CHUNK)))
    for await (const piece of read?.bytes ?? []) {
      expect(piece.length).toBe(CHUNK)
      break
    }
    expect(read?.bytes.destroyed).toBe(true)
  })
})

describe('a file that somebody meddled with isn’t read', () => {
  const meddled = async (size: number, meddle: (path: string, bytes: Buffer) => void) => {
    const key = await kept(content(size))
    const path = join(folder, key)
    meddle(path, readFileSync(path))
    await expect(readBack(key)).rejects.toBeInstanceOf(NotReadable)
  }
  test('changed in any part', async () => {
    for (const at of [HEADER - 1, HEADER, HEADER + CHUNK, HEADER + SEALED_CHUNK + 3])
      await meddled(2 * CHUNK, (path, bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1
        writeFileSync(path, bytes)
      })
  })
  test('cut off anywhere, also between two parts, or to nothing', async () => {
    for (const size of [
      HEADER,
      HEADER + 5,
      HEADER + SEALED_CHUNK,
      HEADER + 2 * SEALED_CHUNK,
      HEADER + 2 * SEALED_CHUNK + 8,
      HEADER + 2 * SEALED_CHUNK + 16,
      HEADER + 2 * SEALED_CHUNK + 17,
    ])
      await meddled(2 * CHUNK + 100, path => truncateSync(path, size))
    await meddled(0, path => truncateSync(path, HEADER))
  })
  test('with parts exchanged, repeated or added', async () => {
    const part = (bytes: Buffer, index: number) =>
      bytes.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK)
    const rebuilt = (order: number[]) => (path: string, bytes: Buffer) =>
      writeFileSync(
        path,
        Buffer.concat([bytes.subarray(0, HEADER), ...order.map(index => part(bytes, index))]),
      )
    for (const order of [[1, 0, 2], [0, 0, 2], [0, 1, 2, 2], [0, 1, 1, 2], [2]])
      await meddled(3 * CHUNK, rebuilt(order))
  })
  test('put in another’s place', async () => {
    const [mine, theirs] = [await kept(content(100)), await kept(content(100))]
    writeFileSync(join(folder, mine), readFileSync(join(folder, theirs)))
    await expect(readBack(mine)).rejects.toBeInstanceOf(NotReadable)
    expect((await readBack(theirs)).size).toBe(100)
  })
  test('that lies there unsealed, in the place of a sealed one', async () => {
    for (const put of ['', 'short', 'habeas', 'A forged letter. '.repeat(5000)])
      await meddled(100, path => writeFileSync(path, put))
  })
  test('sealed with another key, which is said', async () => {
    const key = await kept(content(100))
    const other = openStorage(url, Buffer.alloc(32, 2))
    await expect(readBack(key, other)).rejects.toThrow('another HABEAS_KEY')
  })
  test('of a version that we don’t know', async () => {
    await meddled(100, (path, bytes) => {
      bytes[6] = 2
      writeFileSync(path, bytes)
    })
  })
})
