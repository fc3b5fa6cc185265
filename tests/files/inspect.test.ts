import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inspect } from '@/lib/files/inspect'
import { isActiveName } from '@/lib/files/kinds'
import { aGzip, aSheet, aZip } from './archives'

const folder = mkdtempSync(join(tmpdir(), 'habeas-inspect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
async function found(content: string | Buffer): Promise<string | null> {
  const path = join(folder, String(count++))
  const bytes = Buffer.from(content)
  writeFileSync(path, bytes)
  return (await inspect(path, bytes.length))?.mediaType ?? null
}
const hex = (text: string, more = 40) => Buffer.concat([Buffer.from(text, 'hex'), Buffer.alloc(more)])
const document = (type: string) =>
  aZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, stored: true },
    { name: 'content.xml' },
  ])

describe('a file is what its bytes say', () => {
  test.each([
    ['application/pdf', '%PDF-1.7\n%âãÏÓ'],
    ['image/png', hex('89504e470d0a1a0a')],
    ['image/jpeg', hex('ffd8ffe0')],
    ['image/webp', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ')],
    ['image/heic', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00')],
    ['text/plain', 'field,value\nname,Zoë مريم <b>\n'],
    ['text/plain', Buffer.from('name\nZo\xeb\n', 'latin1')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', aSheet()],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      aZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]),
    ],
    ['application/vnd.oasis.opendocument.text', document('text')],
    ['application/vnd.oasis.opendocument.spreadsheet', document('spreadsheet')],
    ['application/zip', aZip([{ name: 'project/readme.md' }])],
    ['application/gzip', aGzip('an export')],
  ])('%s', async (type, content) => {
    expect(await found(content)).toBe(type)
  })
})

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<!DOCTYPE html><html><script>alert(1)</script></html>'],
    ['a page behind blank lines', '\ufeff \n\n<HTML>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['XML with entities', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'],
    ['a script', '#!/bin/sh\nrm -rf /\n'],
    ['a program for Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)])],
    ['a program for Linux', hex('7f454c46')],
    ['text with a NUL', 'hello\0world'],
    ['an unknown container', hex('526172211a0700')],
  ])('%s', async (_what, content) => {
    expect(await found(content)).toBeNull()
  })
  test('archives that unpack to a whole disk', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024)
    expect(await found(aZip([{ name: 'a', content: zeros }]))).toBeNull()
    expect(await found(aZip([{ name: 'a', claims: 4_000_000_000 }]))).toBeNull()
    expect(await found(aGzip(zeros))).toBeNull()
  })
  test('archives whose entries overlap, lead out of their folder, carry macros, or are two files in one', async () => {
    const whole = aZip([{ name: 'a', content: 'x'.repeat(5000), stored: true }])
    const twice = Buffer.from(whole)
    twice.writeUInt32LE(900_000, twice.indexOf(Buffer.from('504b0102', 'hex')) + 20)
    expect(await found(twice)).toBeNull()
    expect(await found(aZip([{ name: '../../etc/passwd' }]))).toBeNull()
    expect(await found(aZip([{ name: 'C:\\windows\\a' }]))).toBeNull()
    expect(await found(aZip([{ name: '[Content_Types].xml' }, { name: 'xl/vbaProject.bin' }]))).toBeNull()
    expect(await found(Buffer.concat([hex('504b0304'), whole]))).toBeNull()
    expect(await found(whole.subarray(0, -30))).toBeNull()
  })
  test('names of what would run', () => {
    for (const name of ['a.html', 'a.SVG', 'a.exe', 'a.pdf.js', 'a.docm', 'a.sh ', 'a.bat.'])
      expect(isActiveName(name), name).toBe(true)
    for (const name of ['a.pdf', 'html', 'a.csv', 'a.tar.gz', 'javascript.txt'])
      expect(isActiveName(name), name).toBe(false)
  })
})
