import { expect, test } from 'vitest'
import { inputOf, typedTexts } from '@/components/request/act/act-input'
import { historySentence } from '@/components/request/labels/history-words'
import { csvCell } from '@/lib/core/account/csv-cell'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a form’s fields become a command’s input; what is empty is left out', () => {
  const input = inputOf(
    form({
      command: 'resolve',
      'found-x~found.zendesk!bool': 'true',
      'found-x~found.customersPortal!bool': 'false',
      'found-x~note': ' ',
      'found-x~count!number': '12',
      'assign~to!null': '',
      'a~text': 'two\r\nlines',
    }),
  )
  expect(JSON.parse(JSON.stringify(input))).toEqual({
    found: { zendesk: true, customersPortal: false },
    count: 12,
    to: null,
    text: 'two\nlines',
  })
})

test('no field name reaches a prototype', () => {
  const input = inputOf(form({ 'a~__proto__.polluted': 'yes', 'a~constructor.prototype.polluted': 'yes' }))
  expect(Object.getPrototypeOf(input)).toBeNull()
  expect('polluted' in {}).toBe(false)
})

test('what was typed is kept', () => {
  expect(typedTexts(form({ 'note~text': ' mine ', command: 'add-note', 'x~of': 'PR-1' }))).toEqual(['mine'])
})

test('each command has a sentence in the history', () => {
  const row = { seq: 1, at: new Date(0), who: 'Sam', result: 'done', facts: {} }
  for (const command of [...requestCommands.keys(), ...taskCommands.keys()])
    expect(historySentence({ ...row, command }), command).not.toMatch(/^ran /)
})

test.each([
  ['=1+1', '"\'=1+1"'],
  ['+49', '"\'+49"'],
  ['-2', '"\'-2"'],
  ['@SUM(A1)', '"\'@SUM(A1)"'],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['\0=1', '"\'=1"'],
  ['a"b', '"a""b"'],
  ['a,b\nc', '"a,b\nc"'],
  ['robin@people.example', 'robin@people.example'],
])('%j is written as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})
