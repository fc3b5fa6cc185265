import { describe, expect, test } from 'vitest'
import { boundaryOf, Malformed, partsOf } from '@/lib/files/multipart'

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(bytes: Buffer, boundary: string, size = 7) {
  const parts: { name: string; filename: string | null; text: string }[] = []
  for await (const { name, filename, data } of partsOf(inPieces(bytes, size), boundary)) {
    const pieces: Uint8Array[] = []
    for await (const piece of data) pieces.push(piece)
    parts.push({ name, filename, text: Buffer.concat(pieces).toString('latin1') })
  }
  return parts
}
/** What this machine's own fetch makes of a form. */
async function encoded(form: FormData) {
  const request = new Request('http://habeas.test', { method: 'POST', body: form })
  const boundary = boundaryOf(request.headers.get('content-type'))
  return { boundary: boundary ?? '', bytes: Buffer.from(await request.arrayBuffer()) }
}

test.each([1, 2, 7, 64, 100_000])('parts come out as they went in, in pieces of %i bytes', async size => {
  const form = new FormData()
  const bytes = Buffer.from('a\r\n--b\r\n-\r\n\r\n\0\xff', 'latin1')
  form.append('text', 'Zoë')
  form.append('file', new Blob([bytes]), 'a "quoted" näme.bin')
  form.append('empty', new Blob([]), 'none')
  const sent = await encoded(form)
  const parts = await read(sent.bytes, sent.boundary, size)
  expect(parts.map(part => [part.name, part.filename])).toEqual([
    ['text', null],
    ['file', 'a "quoted" näme.bin'],
    ['empty', 'none'],
  ])
  expect(parts[1]?.text).toBe(bytes.toString('latin1'))
})

test('no file was chosen', async () => {
  const sent = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="a"; filename=""\r\n\r\n\r\n--b--\r\n',
  )
  expect(await read(sent, 'b')).toEqual([{ name: 'a', filename: '', text: '' }])
})

test('what nobody reads is skipped', async () => {
  const form = new FormData()
  form.append('a', 'x'.repeat(5000))
  form.append('b', 'y')
  const sent = await encoded(form)
  const names: string[] = []
  for await (const { name } of partsOf(inPieces(sent.bytes, 50), sent.boundary)) names.push(name)
  expect(names).toEqual(['a', 'b'])
})

test('a part that is read in part is skipped from there', async () => {
  const form = new FormData()
  form.append('a', 'x'.repeat(500_000))
  form.append('b', 'y')
  const sent = await encoded(form)
  const texts: string[] = []
  for await (const { data } of partsOf(inPieces(sent.bytes, 10_000), sent.boundary))
    for await (const piece of data) {
      texts.push(Buffer.from(piece).toString('latin1', 0, 1))
      break
    }
  expect(texts).toEqual(['x', 'y'])
})

test('no more is taken from the sender than is read', async () => {
  const file = Buffer.concat([
    Buffer.from('--b\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\n'),
    Buffer.alloc(4_000_000),
    Buffer.from('\r\n--b--\r\n'),
  ])
  let taken = 0
  async function* counted() {
    for await (const piece of inPieces(file, 10_000)) {
      taken += piece.length
      yield piece
    }
  }
  for await (const { data } of partsOf(counted(), 'b')) {
    for await (const _piece of data) break
    expect(taken).toBeLessThan(200_000)
  }
  expect(taken).toBe(file.length)
})

test('a sender of something refused is read to the end, so that the answer reaches them', async () => {
  let ended = false
  async function* endless() {
    yield Buffer.from(`--b\r\nx: y\r\n\r\n${'z'.repeat(1000)}`)
    for (let piece = 0; piece < 100; piece++) yield Buffer.alloc(10_000)
    ended = true
  }
  await expect(partsOf(endless(), 'b').next()).rejects.toBeInstanceOf(Malformed)
  expect(ended).toBe(true)
})

test('what came before a fault is still told', async () => {
  const text =
    '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b\r\ncontent-type: text/plain\r\n\r\ny\r\n--b--'
  const names: string[] = []
  const reading = async () => {
    for await (const { name } of partsOf(inPieces(Buffer.from(text), 10_000), 'b')) names.push(name)
  }
  await expect(reading()).rejects.toBeInstanceOf(Malformed)
  expect(names).toEqual(['a'])
})

test('a connection that breaks off says so itself, within a part and between them', async () => {
  const broken = new Error('the connection was reset')
  async function* breaking(text: string) {
    yield Buffer.from(text)
    throw broken
  }
  const start = '--b\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\nx'
  for (const text of ['--b', start, `${start}\r\n--b\r\n`]) {
    const reading = async () => {
      for await (const { data } of partsOf(breaking(text), 'b')) for await (const _piece of data);
    }
    await expect(reading()).rejects.toBe(broken)
  }
})

describe('refused', () => {
  const part = (headers: string, body = 'x') => `--b\r\n${headers}\r\n\r\n${body}\r\n--b--\r\n`
  test.each([
    ['nothing', ''],
    ['no end', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'],
    ['no name', part('content-disposition: form-data')],
    ['no disposition', part('content-type: text/plain')],
    ['a field of something else', part('content-disposition: attachment; name="a"')],
    ['no headers', '--b\r\ncontent-disposition: form-data; name="a"\r\n--b\r\n--b--\r\n'],
    ['no headers at the end', '--b\r\ncontent-disposition: form-data; name="a"\r\n--b--\r\n'],
    ['endless headers', part(`x: ${'y'.repeat(10_000)}`)],
    [
      'endless headers behind the name',
      part(`content-disposition: form-data; name="a"\r\nx: ${'y'.repeat(100_000)}`),
    ],
    ['many headers', part(`content-disposition: form-data; name="a"${'\r\na:b'.repeat(3000)}`)],
    ['endless parts', `${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(200)}--b--`],
  ])('%s', async (_what, text) => {
    await expect(read(Buffer.from(text), 'b')).rejects.toBeInstanceOf(Malformed)
  })
  test('types that are no such form', () => {
    expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc')
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
    for (const type of [
      null,
      '',
      'text/plain; boundary=a',
      'multipart/mixed; boundary=a',
      'multipart/form-data',
    ])
      expect(boundaryOf(type)).toBeNull()
  })
})
