import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { entryKind, pendingChanges } from '@/lib/usage-data/definitions/changes'
import type { EventDefinition } from '@/lib/usage-data/definitions/definition'
import { type Definitions, describeAll, subjectWords } from '@/lib/usage-data/definitions/described'

const event: EventDefinition = {
  action: 'thing_done',
  description: 'A thing was done.',
  owner: 'Product',
  status: 'active',
  source: { from: 'tracker', match: { kind: 'page-view' } },
  identifiers: ['project'],
  additionalProperties: { label: { policy: 'keep', shape: z.enum(['a', 'b']), reason: 'Two words.' } },
  keptMonths: 12,
}
const only = (definition: EventDefinition): Definitions => ({
  events: [definition],
  contexts: [],
  metrics: [],
  fields: {},
})
const told = describeAll(only(event))
/** As the database gives it back: nothing but JSON, the names in an object in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([name, entry]) => [name, turned(entry)]))
}
const announced = told.map(announcement => ({ ...announcement, definition: turned(announcement.definition) }))
const changed = (change: Partial<EventDefinition>) =>
  pendingChanges(describeAll(only({ ...event, ...change })), announced)

describe('what waits to be announced', () => {
  test('is nothing while everything is as people were told', () => {
    expect(pendingChanges(told, announced)).toEqual([])
    expect(changed({ owner: 'Another team' })).toEqual([])
  })
  test('is everything where nobody was told of anything', () => {
    expect(pendingChanges(told, []).map(({ subject, kind }) => [subject, kind])).toEqual([
      ['fields', 'new'],
      ['event/thing_done', 'new'],
    ])
  })
  test('says of something new what is kept, and of what isn’t only the names', () => {
    const properties = {
      ...event.additionalProperties,
      title: { policy: 'drop', reason: 'What somebody wrote.' },
      name: { policy: 'drop', reason: 'A name.' },
    } as const
    const changed = { ...event, additionalProperties: properties }
    expect(pendingChanges(describeAll(only(changed)), []).at(-1)?.words).toEqual([
      'Meaning: A thing was done.',
      'Comes from: a product’s tracker (page-view)',
      'Ids that it may carry: project',
      'Kept for: 12 months',
      'Field label: kept, one of: a, b (Two words.)',
      'Fields that are not stored: name, title',
    ])
  })
  test('misses nothing of a change of where it comes from', () => {
    const source = { from: 'tracker', match: { kind: 'structured', category: 'a', action: 'b' } } as const
    expect(changed({ source })[0]?.words).toEqual([
      'Comes from: a product’s tracker (page-view) → a product’s tracker (structured a b)',
    ])
  })
  test('says in words what people were told and what they would be told', () => {
    const [change] = changed({
      keptMonths: 24,
      identifiers: ['project', 'user'],
      additionalProperties: {
        label: { policy: 'pseudonymise', as: 'value', reason: 'People choose it.' },
        value: { policy: 'drop', reason: 'Not needed.' },
      },
    })
    expect(change?.kind).toBe('changed')
    expect(change?.words).toEqual([
      'Ids that it may carry: project → project, user',
      'Kept for: 12 months → 24 months',
      'Field label: kept, one of: a, b (Two words.) → replaced by a one-way code of a value (People choose it.)',
      'Field value: not stored (Not needed.)',
    ])
  })
  test('notices when only a shape lets more through', () => {
    const wider = { label: { policy: 'keep', shape: z.enum(['a', 'b', 'c']), reason: 'Two words.' } } as const
    expect(changed({ additionalProperties: wider })[0]?.words).toEqual([
      'Field label: kept, one of: a, b (Two words.) → kept, one of: a, b, c (Two words.)',
    ])
  })
  test('names what is gone', () => {
    expect(pendingChanges([], announced).map(({ subject, kind }) => [subject, kind])).toEqual([
      ['fields', 'removed'],
      ['event/thing_done', 'removed'],
    ])
  })
})

test('an entry is of retention, or of policies, only where it is nothing else', () => {
  const policy = { additionalProperties: { label: { policy: 'drop', reason: 'Not needed.' } } } as const
  expect(entryKind(changed({ keptMonths: 1 }))).toBe('retention')
  expect(entryKind(changed(policy))).toBe('policy')
  expect(entryKind(changed({ keptMonths: 1, description: 'Another thing.' }))).toBe('definitions')
  expect(entryKind(pendingChanges(told, []))).toBe('definitions')
})

test('subjects are called by their names', () => {
  expect(subjectWords('event/thing_done')).toBe('the event thing_done')
  expect(subjectWords('context/iglu:a/b/jsonschema')).toBe('the context iglu:a/b/jsonschema')
  expect(subjectWords('fields')).toBe('what every event carries')
})
