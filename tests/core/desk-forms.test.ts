import { expect, test } from 'vitest'
import { inputOf, typedTexts } from '@/components/request/form/act-input'
import { historySentence } from '@/components/request/labels/history-labels'
import { csvCell } from '@/lib/core/account/csv-cell'
import { visibleInput } from '@/lib/core/account/invisible'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { admit } from '@/lib/core/machine/admit'
import { factsOf } from '@/lib/core/machine/fact-labels'
import { sam } from './cast'
import { aRequest } from './given'

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

test('what can’t be stored is left out of a text, and what was typed comes back without it', () => {
  const typed = form({ 'note~note': 'A\0 B\r\nC' })
  expect(inputOf(typed).note).toBe('A B\nC')
  expect(typedTexts(typed)).toEqual(['A B\nC'])
})

test('a pasted link or a note is taken without what can’t be seen around it; a note of nothing else is none', () => {
  const story = aRequest({ accountState: 'banned' }).begun()
  const admitted = (command: string, input: object) => {
    const known = requestCommands.get(command) ?? expect.unreachable()
    const admission = admit({ command: known, request: story.request, actor: sam, input })
    return admission.ok ? 'admitted' : admission.reason
  }
  const issue = '\u200bhttps://issues.example/7\u200f '
  expect(admitted('request-security-review', { issue })).toBe('admitted')
  expect(admitted('add-note', { text: '\u200b\u2060' })).toBe('invalid-input')
  const at = new Date(0)
  expect(visibleInput({ a: ['\u200bx'], b: { c: 'y ' }, at, n: 1 })).toEqual({
    a: ['x'],
    b: { c: 'y' },
    at,
    n: 1,
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

const told = (command: string, facts: unknown) =>
  historySentence({ seq: 1, at: new Date(0), who: 'Sam', result: 'done', command, facts: factsOf(facts) })

test('the history names a command that this version doesn’t know', () => {
  expect(told('merge-accounts', {})).toBe('ran merge accounts.')
})

test('the history tells a task’s command from the request’s, and from what the system does by that name', () => {
  const task = 'gitlab-deletion'
  const name = taskPlans.get(task)?.name
  expect(told('add-note', {})).toBe('added a note.')
  expect(told('add-note', { task })).toBe(`added a note to ${name}.`)
  expect(told('remove-file', { task })).toBe(`took a file off ${name}.`)
  expect(told('remove-file', { purpose: 'proof' })).toBe('removed a proof, as it was no longer needed.')
})

test('facts are read back from the log as keys, numbers and lists of keys, and nothing else', () => {
  const facts = { to: 'closed', events: 3, granted: true, assignee: null, messages: ['reminder'] }
  expect(factsOf({ ...facts, nested: { a: 1 }, list: [1] })).toEqual(facts)
  expect(factsOf(null)).toEqual({})
  expect(factsOf(['to'])).toEqual({})
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
