import { describe, expect, expectTypeOf, test } from 'vitest'
import { besideMessage, fieldsOf, messageOf } from '@/lib/core/advice/form-fields'
import { commandOf, requestCommands, taskCommands } from '@/lib/core/commands/index'
import { answerOwnerContact } from '@/lib/core/commands/request/answer-owner-contact'
import { hold } from '@/lib/core/commands/request/hold'
import { recordChecks } from '@/lib/core/commands/request/record-checks'
import { recordOwnerDecision } from '@/lib/core/commands/request/record-owner-decision'
import { reopen } from '@/lib/core/commands/request/reopen'
import { retryChecks } from '@/lib/core/commands/request/retry-checks'
import { retype } from '@/lib/core/commands/request/retype'
import { validateAuthority } from '@/lib/core/commands/request/validate-authority'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { requestTypeKeys } from '@/lib/core/handbook/request-types/index'
import type { Field, Preset, Says } from '@/lib/core/machine/command-copy'

const all = [...requestCommands.values(), ...taskCommands.values()]

describe('a command’s form', () => {
  test('takes from the schema what is required, how much room there is, and how it is read', () => {
    expect(fieldsOf(validateAuthority, { preset: { valid: true } })).toMatchObject([
      { name: 'note', kind: 'lines', required: true },
      { name: 'username', kind: 'line', required: false },
    ])
    expect(fieldsOf(reopen)).toMatchObject([{ name: 'reason', kind: 'lines', required: true }])
    const checks = new Map(fieldsOf(recordChecks).map(field => [field.name, field]))
    expect(checks.get('privateProjects')).toMatchObject({ kind: 'number', reads: 'number', required: false })
    expect(checks.get('createdOn')).toMatchObject({ kind: 'day', required: false })
    expect(checks.get('emailExists')).toMatchObject({ kind: 'choice', reads: 'bool', empty: 'Choose' })
    expect(checks.get('twoFactor')).toMatchObject({ reads: 'bool', empty: 'Not known', required: false })
    expect(checks.get('accountState')).toMatchObject({ kind: 'choice', chosen: 'active' })
    expect(checks.get('accountState')).not.toHaveProperty('empty')
  })
  test('leaves out what the step has decided, and asks for what the step needs', () => {
    expect(fieldsOf(recordOwnerDecision).map(({ name }) => name)).toEqual(['granted', 'ticket'])
    expect(fieldsOf(recordOwnerDecision, { preset: { granted: true } }).map(({ name }) => name)).toEqual([
      'ticket',
    ])
    expect(fieldsOf(answerOwnerContact)).toMatchObject([{ name: 'note', required: false }])
    expect(fieldsOf(answerOwnerContact, { needs: ['note'] })).toMatchObject([
      { name: 'note', required: true },
    ])
    expect(fieldsOf(retryChecks)).toEqual([])
    expect(fieldsOf(hold)).toMatchObject([
      { name: 'reason', kind: 'lines', required: true },
      { name: 'until', kind: 'day', required: false },
    ])
  })
  test('leaves only what may be chosen now', () => {
    const values = (offered?: Preset[]) =>
      fieldsOf(retype, {}, offered).map(({ name, choices }) => [name, choices.map(({ value }) => value)])
    const offered = ['data-access', 'data-export'].map(type => ({ type }))
    expect(values(offered)).toEqual([
      ['type', ['data-access', 'data-export']],
      ['note', []],
    ])
    expect(values()).toEqual([
      ['type', requestTypeKeys],
      ['note', []],
    ])
  })
  test('offers no choice that its schema would refuse', () => {
    const offered = all.flatMap(command => fieldsOf(command).map(field => ({ command, field })))
    const choices = offered.filter(({ field }) => field.kind === 'choice')
    expect(choices.length).toBeGreaterThan(5)
    for (const { command, field } of choices)
      for (const { value } of field.choices) {
        const input = { [field.name]: field.reads === 'bool' ? value === 'true' : value }
        const issues = command.input.safeParse(input).error?.issues ?? []
        expect(
          issues.filter(({ path }) => path[0] === field.name),
          `${command.name} ${value}`,
        ).toEqual([])
      }
  })
  test('can’t be written for an input that isn’t there, nor a command without its sentence in the history', () => {
    expectTypeOf<Field<'note'>>().not.toExtend<Field<'reason'>>()
    expectTypeOf<{ done: string }>().not.toExtend<Says>()
    expectTypeOf<{ history: string }>().toExtend<Says>()
  })
})

describe('a message that a command carries', () => {
  const carried = all.flatMap(command => (command.carries ?? []).map(({ message }) => ({ command, message })))
  test('is one that this command sends', () => {
    expect(carried.length).toBeGreaterThan(5)
    for (const { command, message } of carried) expect(messageRules.get(message)?.by).toBe(command.name)
  })
  test('is written in the composer with what it has decided, and leads back from its step', () => {
    for (const { command, message } of carried) {
      const { preset } = besideMessage(command.name, message)
      expect(messageOf({ command: command.name, label: command.label, preset })).toBe(message)
    }
    expect(besideMessage('close', 'request-closed')).toMatchObject({
      fields: [{ name: 'note', label: 'Where the requester said so', required: true }],
      preset: { outcome: 'withdrawn' },
    })
    expect(besideMessage('send-message', 'general-reply')).toEqual({
      fields: [],
      preset: { message: 'general-reply' },
    })
  })
  test('isn’t there for what is taken on the spot', () => {
    const granted = { command: 'record-owner-decision', label: 'x', preset: { granted: true } } as const
    expect(messageOf(granted)).toBeUndefined()
    expect(messageOf({ command: 'retry-checks', label: 'x' })).toBeUndefined()
  })
})

test('a step on a task names a task’s command, any other a request’s', () => {
  expect(commandOf({ command: 'add-note', taskId: 'a' })?.on).toBe('task')
  expect(commandOf({ command: 'add-note' })?.on).toBe('request')
  expect(commandOf({ command: 'add-note', taskId: '' })?.on).toBe('request')
  expect(commandOf({ command: 'no-such-command' })).toBeUndefined()
})
