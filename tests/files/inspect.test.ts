import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inspect } from '@/lib/files/inspect'
import { isActiveName } from '@/lib/files/kinds'
import { openStored } from '@/lib/files/sealed-file'
import { aGzip, anExtra, aSheet, aZip, unicodeName, zip64Sizes } from './archives'

const folder = mkdtempSync(join(tmpdir(), 'habeas-inspect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
async function found(content: string | Buffer): Promise<string | null> {
  const path = join(folder, String(count++))
  const bytes = Buffer.from(content)
  writeFileSync(path, bytes)
  const file = await openStored(path, Buffer.alloc(32), 'as it is')
  try {
    return (await inspect(file))?.mediaType ?? null
  } finally {
    await file.close()
  }
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
    ['application/zip', aZip([{ name: 'a' }], { comment: 'of a project\xfc' })],
    [
      'application/zip',
      aZip([{ name: 'a', claims: 0xffffffff, claimsPacked: 0xffffffff, extra: zip64Sizes(5, 7) }], {
        zip64: true,
      }),
    ],
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
    const large = [{ name: 'a', claims: 0xffffffff, extra: zip64Sizes(5_000_000_000) }]
    expect(await found(aZip(large, { zip64: true }))).toBeNull()
  })
  test('archives that lie about their sizes, or hide something behind their directory', async () => {
    expect(await found(aZip([{ name: 'a', claimsPacked: 900_000 }]))).toBeNull()
    expect(await found(aZip([{ name: 'a', stored: true, claims: 9 }]))).toBeNull()
    expect(
      await found(aZip([{ name: 'a', claims: 0xffffffff, extra: anExtra(1, Buffer.alloc(2)) }])),
    ).toBeNull()
    expect(await found(aZip([{ name: 'a' }], { hidden: Buffer.alloc(1) }))).toBeNull()
    expect(await found(aZip([{ name: 'a' }], { hidden: Buffer.alloc(76) }))).toBeNull()
    expect(await found(aZip([{ name: 'a' }], { zip64: true, hidden: Buffer.alloc(1) }))).toBeNull()
    expect(await found(aZip([]))).toBeNull()
  })
  test('archives whose directory is endless', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}`, stored: true }))
    expect(await found(aZip(many(2000)))).toBe('application/zip')
    expect(await found(aZip(many(20_001)))).toBeNull()
    const long = Array.from({ length: 100 }, () => ({ name: 'a', extra: anExtra(9, Buffer.alloc(60_000)) }))
    expect(await found(aZip(long))).toBeNull()
  })
  test('archives with a harmless name for some programs and another for the rest', async () => {
    const macros = 'xl/vbaProject.bin'
    const sheet = { name: '[Content_Types].xml' }
    const entries = [
      { name: macros, extra: unicodeName(macros, 'xl/a') },
      { name: 'xl/a', extra: unicodeName('xl/a', macros) },
    ]
    for (const entry of entries) expect(await found(aZip([sheet, entry]))).toBeNull()
    expect(await found(aZip([{ name: 'a', extra: unicodeName('a', '../b') }]))).toBeNull()
    expect(await found(aZip([{ name: 'a\0b' }]))).toBeNull()
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
  test('sheets and documents that few programs can open: of Numbers and Pages, and binary ones of Excel', async () => {
    expect(await found(aZip([{ name: 'Index/Document.iwa' }, { name: 'preview.jpg' }]))).toBeNull()
    expect(await found(aZip([{ name: 'Index.zip' }, { name: 'preview.jpg' }]))).toBeNull()
    expect(await found(aZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.bin' }]))).toBeNull()
    expect(await found(aZip([{ name: 'Kim/Index/Document.iwa' }]))).toBe('application/zip')
  })
  test('names of what would run', () => {
    for (const name of ['a.html', 'a.SVG', 'a.exe', 'a.pdf.js', 'a.docm', 'a.sh ', 'a.bat.'])
      expect(isActiveName(name), name).toBe(true)
    for (const name of ['a.pdf', 'html', 'a.csv', 'a.tar.gz', 'javascript.txt'])
      expect(isActiveName(name), name).toBe(false)
  })
})
