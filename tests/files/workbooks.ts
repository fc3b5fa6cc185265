import { aZip } from './archives'

type Rows = readonly (readonly string[])[]

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const part = (name: string, content: string) => ({ name, content: `<?xml version="1.0"?>${content}` })
const name = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`
const isNumber = (text: string) => /^\d+$/.test(text)

/** A workbook as spreadsheets write it: words in a list of their own, numbers in their cells, empty cells with a style. */
export function aWorkbook(rows: Rows, ...more: string[]): Buffer {
  const words = [...new Set(rows.flat().filter(text => text && !isNumber(text)))]
  const cell = (text: string, row: number, column: number) => {
    const at = `r="${name(row, column)}" s="1"`
    if (!text) return `<c ${at}/>`
    return isNumber(text) ? `<c ${at}><v>${text}</v></c>` : `<c ${at} t="s"><v>${words.indexOf(text)}</v></c>`
  }
  const lines = rows.map(
    (cells, row) => `<row>${cells.map((text, at) => cell(text, row, at)).join('')}</row>`,
  )
  return aZip([
    part('[Content_Types].xml', '<Types/>'),
    part('xl/workbook.xml', '<workbook/>'),
    part('xl/sharedStrings.xml', `<sst>${words.map(text => `<si><t>${xml(text)}</t></si>`).join('')}</sst>`),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet><cols><col min="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
    ),
    ...more.map(name => ({ name })),
  ])
}

/** The same as libraries write it: with the words in their cells, and each element under a prefix. */
export function aPlainWorkbook(rows: Rows): Buffer {
  const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${xml(text)}</x:t></x:is></x:c>`
  const lines = rows.map(cells => `<x:row>${cells.map(cell).join('')}</x:row>`)
  return aZip([
    part('[Content_Types].xml', '<Types/>'),
    part('xl/workbook.xml', '<x:workbook/>'),
    part('xl/worksheets/sheet.xml', `<x:worksheet>${lines.join('')}</x:worksheet>`),
  ])
}

const ods = 'application/vnd.oasis.opendocument.spreadsheet'

/** The same as LibreOffice writes it. */
export function anOpenSheet(rows: Rows, ...more: string[]): Buffer {
  const cell = (text: string) =>
    text
      ? `<table:table-cell office:value-type="string"><text:p text:style-name="a">${xml(text)}</text:p></table:table-cell>`
      : '<table:table-cell><text:p/></table:table-cell>'
  const lines = rows.map(cells => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`)
  return aZip([
    { name: 'mimetype', content: ods, stored: true },
    part('content.xml', `<office:document-content>${lines.join('')}</office:document-content>`),
    part('meta.xml', '<office:meta><dc:creator>Sam Okafor</dc:creator></office:meta>'),
    ...more.map(name => ({ name })),
  ])
}
