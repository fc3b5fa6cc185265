import { expect, test } from 'vitest'
import { asLines, atFields, typedLines, typedSystem } from '@/app/(desk)/settings/systems/typed-system'
import { typedTexts } from '@/components/request/form/act-input'
import { fieldsOf } from '@/lib/systems/settings-fields'
import { register } from './support/test-kind'

const fields = fieldsOf(register.settings)
const base = { kind: 'register', name: 'CRM', enabled: true }

test('lines are names with a text each, and go back and forth', () => {
  const text = 'deletion = 36000001\nnot found=Not = found'
  expect(typedLines(` ${text}\n\n`)).toEqual({ deletion: '36000001', 'not found': 'Not = found' })
  expect(typedLines(asLines(typedLines(text)))).toEqual(typedLines(text))
  expect(typedLines('')).toEqual({})
  expect(typedLines('a = 1\nno sign')).toBe('Write line 2 as name = value.')
  expect(typedLines('= 1')).toMatch('line 1')
  expect(typedLines('a =')).toMatch('line 1')
  expect(typedLines('a = 1\na = 2')).toBe('Line 2 has a name that is there already.')
})

test('what was typed is read by the shape of each setting; an empty secret is left out', () => {
  expect(
    typedSystem(fields, {
      ...base,
      settings: { url: 'https://a.example', most: '20', macros: 'a = 1' },
      secrets: { token: 'new' },
    }),
  ).toEqual({
    ok: true,
    given: { ...base, settings: { url: 'https://a.example', most: 20, macros: { a: '1' }, token: 'new' } },
  })
  expect(typedSystem(fields, { kind: 'register', settings: { most: 'many' } })).toEqual({
    ok: true,
    given: { kind: 'register', enabled: false, settings: { most: 'many' } },
  })
})

test('a secret is taken away only where nothing was typed for it', () => {
  const forget = { webhookSecret: true }
  const settingsOf = (secrets: object) => {
    const typed = typedSystem(fields, { ...base, forget, secrets })
    return typed.ok ? typed.given.settings : null
  }
  expect(settingsOf({})).toEqual({ webhookSecret: null })
  expect(settingsOf({ webhookSecret: 'new' })).toEqual({ webhookSecret: 'new' })
})

test('what is wrong is said at the field that it was typed into, of an empty secret, too', () => {
  expect(typedSystem(fields, { ...base, settings: { macros: 'no sign' } })).toEqual({
    ok: false,
    fields: [{ path: 'settings.macros', words: 'Write line 1 as name = value.' }],
  })
  const wrong = ['url', 'token'].map(name => ({ path: `settings.${name}`, words: 'Wrong.' }))
  expect(atFields(fields, wrong)).toEqual([
    { path: 'settings.url', words: 'Wrong.' },
    { path: 'secrets.token', words: 'Wrong.', always: true },
  ])
  expect(atFields(fields, [{ path: 'settings.macros.not found', words: 'Wrong.' }])).toEqual([
    { path: 'settings.macros', words: 'not found: Wrong.' },
  ])
})

test('of a form that was refused, settings are told back, and secrets are not', () => {
  const form = new FormData()
  form.set('system~settings.url', 'https://a.example')
  form.set('system~secrets.token', 'hush')
  expect(typedTexts(form)).toEqual(['https://a.example'])
})
