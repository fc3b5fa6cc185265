import { describe, expect, test } from 'vitest'
import { cdotZendeskSheet } from '@/lib/core/handbook/tasks/blank-sheet'
import { isBlankSheetOf } from '@/lib/core/handbook/tasks/index'
import { kinds } from '@/lib/files/kinds'
import { sheetCells } from '@/lib/files/sheet-cells'
import { aZip } from './archives'
import { anOpenSheet, aPlainWorkbook, aWorkbook } from './workbooks'

const { rows } = cdotZendeskSheet
const filled = (held: string) =>
  rows.map(([system = '', what = '', nothing = '']) => [system, what, what === 'Company' ? held : nothing])

async function isBlank(content: Buffer, { mediaType }: { mediaType: string } = kinds.xlsx) {
  const cells = await sheetCells(content, mediaType)
  return cells && isBlankSheetOf(cells)
}

describe('the blank sheet, opened in a spreadsheet and saved unchanged', () => {
  test('is known as XLSX and as ODS', async () => {
    expect(await isBlank(aWorkbook(rows))).toBe(true)
    expect(await isBlank(aPlainWorkbook(rows))).toBe(true)
    expect(await isBlank(anOpenSheet(rows), kinds.ods)).toBe(true)
  })
  test.each(['Example GmbH', '7', '“&” <3'])('is another once it says %s', async held => {
    expect(await isBlank(aWorkbook(filled(held)))).toBe(false)
    expect(await isBlank(aPlainWorkbook(filled(held)))).toBe(false)
    expect(await isBlank(anOpenSheet(filled(held)), kinds.ods)).toBe(false)
  })
  test('is another once it has a picture, no matter what that shows', async () => {
    expect(await isBlank(aWorkbook(rows, 'xl/media/image1.png'))).toBeNull()
    expect(await isBlank(anOpenSheet(rows, 'Pictures/1.png'), kinds.ods)).toBeNull()
  })
})

test.each([
  ['words that never end', '<si>'],
  ['tags that never end', '<'],
  ['cells that never end', '<c r="1">'],
])('a part full of %s is read once', async (_what, piece) => {
  const content = piece.repeat(Math.floor((1024 * 1024) / piece.length))
  expect(await isBlank(aZip([{ name: 'xl/sharedStrings.xml', content }]))).toBe(false)
})

describe('what can’t be told', () => {
  test('is no blank sheet: other kinds, no cells, more than a short sheet has, a broken archive', async () => {
    expect(await isBlank(aWorkbook(rows), kinds.zip)).toBeNull()
    expect(await isBlank(aZip([{ name: 'xl/workbook.xml' }]))).toBeNull()
    expect(await isBlank(aWorkbook([]))).toBe(false)
    expect(await isBlank(aWorkbook(rows, ...Array.from({ length: 50 }, (_, at) => `xl/${at}`)))).toBeNull()
    const huge = { name: 'xl/sharedStrings.xml', content: '<si>System</si>'.repeat(100_000) }
    expect(await isBlank(aZip([huge]))).toBeNull()
    const whole = aWorkbook(rows)
    expect(await isBlank(whole.subarray(0, whole.length - 40))).toBeNull()
    const torn = Buffer.from(whole)
    const packed = torn.indexOf('xl/sharedStrings.xml') + 'xl/sharedStrings.xml'.length
    torn.fill(0xff, packed, packed + 40)
    expect(await isBlank(torn)).toBeNull()
  })
})
