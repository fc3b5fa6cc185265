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

describe('refused', () => {
  const part = (headers: string, body = 'x') => `--b\r\n${headers}\r\n\r\n${body}\r\n--b--\r\n`
  test.each([
    ['nothing', ''],
    ['no end', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'],
    ['no name', part('content-disposition: form-data')],
    ['no disposition', part('content-type: text/plain')],
    ['endless headers', part(`x: ${'y'.repeat(10_000)}`)],
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
