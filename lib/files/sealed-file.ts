import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/*
 * A stored file is a header and chunks of AES-256-GCM, each with its own nonce and tag, so that a large file streams and any part of
 * it can be read (the STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The nonce says which chunk it is and whether
 * it is the last, so that nothing can be moved, left out or cut off unnoticed. Each file has a key of its own, and belongs to its id.
 */

const MAGIC = Buffer.from('habeas')
const VERSION = 1
const CHUNK_BITS = 16
const CHUNK = 2 ** CHUNK_BITS
const CIPHER = 'aes-256-gcm'
const TAG = 16
const KEY_ID = 8
const SALT = 16
const HEADER = MAGIC.length + 2 + KEY_ID + SALT

/** A stored file that was changed or cut off, that is another one's, or whose key we don't have. */
export class NotReadable extends Error {
  override name = 'NotReadable'
}

/** Says which key a file was sealed with, and nothing of the key. */
const keyIdOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('habeas file key id').update(key).digest().subarray(0, KEY_ID)

const cipherKey = (key: Uint8Array, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'habeas stored file', 32))

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 0, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

const boundTo = (header: Buffer, id: string) => Buffer.concat([header, Buffer.from(id)])

/** Seals a file as it arrives, holding one chunk in memory. */
export class Sealer {
  readonly header: Buffer
  readonly #key: Buffer
  readonly #bound: Buffer
  readonly #chunk = Buffer.alloc(CHUNK)
  #filled = 0
  #index = 0

  /** @param id of the file, without which it can't be read */
  constructor(key: Uint8Array, id: string) {
    const salt = randomBytes(SALT)
    this.header = Buffer.concat([MAGIC, Buffer.from([VERSION, CHUNK_BITS]), keyIdOf(key), salt])
    this.#key = cipherKey(key, salt)
    this.#bound = boundTo(this.header, id)
  }

  /** What can be written now; a full chunk waits until it is known not to be the last. */
  *add(bytes: Uint8Array): Generator<Buffer> {
    for (let at = 0; at < bytes.byteLength; ) {
      if (this.#filled === CHUNK) yield this.#seal(false)
      const piece = bytes.subarray(at, at + CHUNK - this.#filled)
      this.#chunk.set(piece, this.#filled)
      this.#filled += piece.byteLength
      at += piece.byteLength
    }
  }

  /** The last chunk; of an empty file, the only one. */
  end(): Buffer {
    return this.#seal(true)
  }

  #seal(last: boolean): Buffer {
    const cipher = createCipheriv(CIPHER, this.#key, nonceOf(this.#index, last), { authTagLength: TAG })
    cipher.setAAD(this.#bound)
    const sealed = cipher.update(this.#chunk.subarray(0, this.#filled))
    this.#index += 1
    this.#filled = 0
    return Buffer.concat([sealed, cipher.final(), cipher.getAuthTag()])
  }
}

/** A file that can be read at any place, as an open one of the system's can. */
export interface OpenFile {
  readonly size: number
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesRead: number; buffer: Buffer }>
  close(): Promise<void>
}

/** All of a short file. */
export async function wholeFile(file: OpenFile): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(file.size), 0, file.size, 0)
  return buffer.subarray(0, bytesRead)
}

class SealedFile implements OpenFile {
  readonly size: number
  readonly #file: FileHandle
  readonly #chunks: number
  readonly #sealedSize: number
  readonly #key: Buffer
  readonly #bound: Buffer
  #held: { index: number; bytes: Buffer } | undefined

  constructor(file: FileHandle, fileSize: number, header: Buffer, key: Uint8Array, id: string) {
    this.#file = file
    this.#sealedSize = fileSize - HEADER
    this.#chunks = Math.ceil(this.#sealedSize / (CHUNK + TAG))
    this.size = this.#sealedSize - this.#chunks * TAG
    const keyIdAt = MAGIC.length + 2
    if (header[MAGIC.length] !== VERSION || header[MAGIC.length + 1] !== CHUNK_BITS)
      throw new NotReadable('a stored file is of a newer version')
    if (!header.subarray(keyIdAt, keyIdAt + KEY_ID).equals(keyIdOf(key)))
      throw new NotReadable('a stored file was sealed with another HABEAS_KEY')
    // Only the one chunk of an empty file holds nothing; any other that short is what was left of a longer one, and nobody would
    // read so far as to find out.
    const last = this.#sealedSize - (this.#chunks - 1) * (CHUNK + TAG)
    if (this.#chunks < 1 || last < TAG || (last === TAG && this.#chunks > 1))
      throw new NotReadable('a stored file was cut off')
    this.#key = cipherKey(key, header.subarray(keyIdAt + KEY_ID))
    this.#bound = boundTo(header, id)
  }

  async #chunk(index: number): Promise<Buffer> {
    if (this.#held?.index === index) return this.#held.bytes
    const at = index * (CHUNK + TAG)
    const sealed = Buffer.alloc(Math.min(CHUNK + TAG, this.#sealedSize - at))
    const { bytesRead } = await this.#file.read(sealed, 0, sealed.length, HEADER + at)
    if (bytesRead < sealed.length || sealed.length < TAG) throw new NotReadable('a stored file was cut off')
    const decipher = createDecipheriv(CIPHER, this.#key, nonceOf(index, index === this.#chunks - 1), {
      authTagLength: TAG,
    })
    decipher.setAAD(this.#bound)
    decipher.setAuthTag(sealed.subarray(-TAG))
    const bytes = decipher.update(sealed.subarray(0, -TAG))
    try {
      decipher.final()
    } catch {
      throw new NotReadable('a stored file was changed or cut off')
    }
    this.#held = { index, bytes }
    return bytes
  }

  async read(buffer: Buffer, offset: number, length: number, position: number) {
    let bytesRead = 0
    while (bytesRead < length && position + bytesRead < this.size) {
      const at = position + bytesRead
      const bytes = await this.#chunk(Math.floor(at / CHUNK))
      const piece = bytes.subarray(at % CHUNK, (at % CHUNK) + length - bytesRead)
      buffer.set(piece, offset + bytesRead)
      bytesRead += piece.length
    }
    // Of an empty file nothing is asked for, and its one chunk has to be right all the same.
    if (this.size === 0) await this.#chunk(0)
    return { bytesRead, buffer }
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}

/** A file from before files were sealed: it lies there as it is. */
function plainFile(file: FileHandle, size: number): OpenFile {
  return {
    size,
    read: (buffer, offset, length, position) => file.read(buffer, offset, length, position),
    close: () => file.close(),
  }
}

/** Ends the id of every file that was sealed, so that who knows the id knows that it must be. */
export const SEALED = '.sealed'

/**
 * Opens a stored file, sealed or from before.
 * @throws NotReadable where it is sealed and can't be opened, or should be sealed and isn't; what the system does where there is none
 */
export async function openStored(path: string, key: Uint8Array, id: string): Promise<OpenFile> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER), 0, HEADER, 0)
    const isSealed = bytesRead === HEADER && buffer.subarray(0, MAGIC.length).equals(MAGIC)
    if (isSealed) return new SealedFile(file, size, buffer, key, id)
    if (id.endsWith(SEALED))
      throw new NotReadable('a stored file was put there unsealed, in the place of a sealed one')
    return plainFile(file, size)
  } catch (error) {
    await file.close()
    throw error
  }
}

/** The bytes of an open file, a chunk at a time; it is closed at the end, also where nobody wants the rest. */
export async function* bytesOf(opening: Promise<OpenFile>): AsyncGenerator<Buffer> {
  const file = await opening
  try {
    for (let at = 0; at === 0 || at < file.size; ) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, at)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}
