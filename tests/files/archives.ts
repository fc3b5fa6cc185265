import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

interface Entry {
  name: string
  content?: string | Buffer
  stored?: boolean
  /** What the directory says of the unpacked size instead of the truth. */
  claims?: number
  /** The same of the packed size. */
  claimsPacked?: number
  /** Extra fields of the directory. */
  extra?: Buffer
}

/** What lies around the entries. */
interface Around {
  comment?: string
  /** Bytes between the directory and its end. */
  hidden?: Buffer
  /** Writes the records of a large archive, of any size. */
  zip64?: boolean
}

/** An extra field of an entry. */
export function anExtra(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

/** Sizes of a large entry: unpacked, packed. */
export function zip64Sizes(...sizes: number[]): Buffer {
  const data = Buffer.alloc(8 * sizes.length)
  for (const [at, size] of sizes.entries()) data.writeBigUInt64LE(BigInt(size), 8 * at)
  return anExtra(1, data)
}

/** The name of an entry for programs that know Unicode, beside the one for those that don't. */
export function unicodeName(plain: string, name: string): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(1, 0)
  head.writeUInt32LE(crc32(plain), 1)
  return anExtra(0x7075, Buffer.concat([head, Buffer.from(name)]))
}

function zip64End(entries: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeBigUInt64LE(BigInt(entries), 24)
  end.writeBigUInt64LE(BigInt(entries), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}

/** A zip archive as the usual programs write it. */
export function aZip(
  entries: readonly Entry[],
  { comment = '', hidden = Buffer.alloc(0), zip64 = false }: Around = {},
): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const {
    name,
    content = 'hello',
    stored = false,
    claims,
    claimsPacked,
    extra = Buffer.alloc(0),
  } of entries) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(stored ? 0 : 8, 8)
    local.writeUInt32LE(crc32(plain), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(plain.length, 22)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(crc32(plain), 16)
    entry.writeUInt32LE(claimsPacked ?? packed.length, 20)
    entry.writeUInt32LE(claims ?? plain.length, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt16LE(extra.length, 30)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name), extra)
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : entries.length, 8)
  end.writeUInt16LE(zip64 ? 0xffff : entries.length, 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : list.length, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16)
  end.writeUInt16LE(comment.length, 20)
  const large = zip64 ? zip64End(entries.length, list.length, offset) : Buffer.alloc(0)
  return Buffer.concat([...parts, list, large, hidden, end, Buffer.from(comment, 'latin1')])
}

export const aSheet = (): Buffer =>
  aZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }, { name: 'xl/worksheets/sheet1.xml' }])

export const aGzip = (content: string | Buffer): Buffer => gzipSync(content)
