import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { env } from '@/lib/env'
import { deriveKey } from '@/lib/secrets'
import { bytesOf, type OpenFile, openStored, SEALED, Sealer } from './sealed-file'

/** Bytes that have arrived and that nobody has decided about yet. */
export interface Incoming {
  path: string
  size: number
  sha256: string
}

/** Its bytes were more than are taken. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}(?:\.sealed)?$/
const INCOMING = 'incoming'
/** What broke off before it was kept: named so that it can be removed, and by nothing read. */
const LEFT_OVER = /^incoming\/[0-9a-f-]{36}(?:\.sealed)?$/

/** Where files lie: a folder of this machine, outside everything that is served, under names that we make ourselves. */
export interface Storage {
  /** Writes a stream to a place of its own. Nothing is left of it when it breaks off or is too long. @throws TooLarge */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Incoming>
  /** Takes what has arrived in for good. @returns the key under which it is found from now on */
  keep(incoming: Incoming): Promise<string>
  discard(incoming: Incoming): Promise<void>
  /** Lets `work` look into what has arrived, wherever it likes. */
  look<T>(incoming: Incoming, work: (file: OpenFile) => Promise<T>): Promise<T>
  /** @throws where the key isn't in our format, or the file was changed or sealed with another key */
  read(key: string): Promise<{ bytes: Readable; size: number } | null>
  /** Safe to repeat. @throws where the key isn't in our format, or the file can't be removed */
  remove(key: string): Promise<void>
  /** Makes a file young again, for one that nothing but somebody's form knows yet. */
  touch(key: string): Promise<void>
  /** Keys of files that were last touched before `before`, and of what broke off before then. */
  olderThan(before: Date): AsyncGenerator<string>
}

/** Folders whose content anybody can fetch. */
const SERVED = ['public', '.next']

/**
 * The storage of an address.
 * @param url `file:///…`; the folder is made where it is missing
 * @param key 32 bytes that every file is sealed with; files that were stored before are read as they are
 * @throws where the address is of another kind, or lies in a folder that is served
 */
export function openStorage(url: string, key: Uint8Array): Storage {
  if (!url.startsWith('file:')) throw new Error('STORAGE_URL must be file:///…; s3:// is not supported yet')
  const folder = resolve(fileURLToPath(url))
  const served = SERVED.map(name => resolve(name))
  if (served.some(candidate => folder === candidate || folder.startsWith(`${candidate}/`)))
    throw new Error('STORAGE_URL must not be a folder that is served')
  return new Folder(folder, key)
}

class Folder implements Storage {
  readonly #folder: string
  readonly #key: Uint8Array
  constructor(folder: string, key: Uint8Array) {
    this.#folder = folder
    this.#key = key
  }

  #at(key: string): string {
    if (!KEY.test(key)) throw new Error('that is no key of a file')
    return join(this.#folder, key)
  }

  async receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Incoming> {
    const folder = join(this.#folder, INCOMING)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // The name that it has now is its id for good: a file is bound to it.
    const id = `${randomUUID()}${SEALED}`
    const path = join(folder, id)
    const file = await open(path, 'wx', 0o600)
    const hash = createHash('sha256')
    const sealer = new Sealer(this.#key, id)
    let size = 0
    try {
      await file.writeFile(sealer.header)
      for await (const chunk of bytes) {
        size += chunk.byteLength
        if (size > most) throw new TooLarge()
        hash.update(chunk)
        for (const sealed of sealer.add(chunk)) await file.writeFile(sealed)
      }
      await file.writeFile(sealer.end())
      await file.sync()
    } catch (error) {
      await file.close()
      await rm(path, { force: true })
      throw error
    }
    await file.close()
    return { path, size, sha256: hash.digest('hex') }
  }

  async keep({ path }: Incoming): Promise<string> {
    const name = basename(path)
    const key = `${name.slice(0, 2)}/${name}`
    await mkdir(join(this.#folder, name.slice(0, 2)), { recursive: true, mode: 0o700 })
    await rename(path, this.#at(key))
    return key
  }

  async discard({ path }: Incoming): Promise<void> {
    await rm(path, { force: true })
  }

  async look<T>({ path }: Incoming, work: (file: OpenFile) => Promise<T>): Promise<T> {
    const file = await openStored(path, this.#key, basename(path))
    try {
      return await work(file)
    } finally {
      await file.close()
    }
  }

  async read(key: string): Promise<{ bytes: Readable; size: number } | null> {
    const path = this.#at(key)
    if (!(await stat(path).catch(() => null))) return null
    const opening = () => openStored(path, this.#key, basename(path))
    const file = await opening()
    await file.close()
    // Opened anew by who reads, so that a stream that nobody begins holds nothing open.
    return { bytes: Readable.from(bytesWhenAsked(opening), { objectMode: false }), size: file.size }
  }

  async remove(key: string): Promise<void> {
    await rm(LEFT_OVER.test(key) ? join(this.#folder, key) : this.#at(key), { force: true })
  }

  async touch(key: string): Promise<void> {
    const now = new Date()
    await utimes(this.#at(key), now, now).catch(() => undefined)
  }

  async *olderThan(before: Date): AsyncGenerator<string> {
    for (const folder of await readdir(this.#folder).catch(() => [])) {
      for (const name of await readdir(join(this.#folder, folder)).catch(() => [])) {
        const key = `${folder}/${name}`
        if (!LEFT_OVER.test(key) && !KEY.test(key)) continue
        const file = await stat(join(this.#folder, key)).catch(() => null)
        if (file && file.mtime < before) yield key
      }
    }
  }
}

async function* bytesWhenAsked(opening: () => Promise<OpenFile>): AsyncGenerator<Buffer> {
  yield* bytesOf(opening())
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Trials are thrown away, so any key will do. */
export const trialKey: Uint8Array = randomBytes(32)

/** Proves that files can be written there. @throws with the reason where they can't */
export async function checkStorage(url: string): Promise<void> {
  const storage = openStorage(url, trialKey)
  await storage.discard(await storage.receive(nothing(), 0))
}

let opened: Storage | undefined

/** The storage of this process, opened at the first call. */
export function fileStorage(): Storage {
  opened ??= openStorage(env().storageUrl, deriveKey(env().key, 'stored files'))
  return opened
}
