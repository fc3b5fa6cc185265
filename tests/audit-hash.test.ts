import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type AuditRow, auditHash } from '@/lib/store/audit/audit'
import fc from '@/tests/support/property'

/** How rows were hashed before the library wrote their canonical form. They must still verify. */
function formerCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formerCanonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${formerCanonical(part)}`).join(',')}}`
}

/** Literal rows with the literal hashes that the former code gave them. */
const first: AuditRow = {
  scope: 'organisation',
  seq: 1,
  at: new Date('2026-11-02T08:15:30.120Z'),
  command: 'sign-in',
  commandId: '0b0e4f52-7f3b-4d0a-9c3e-2f0c6a1d9e11',
  actorKind: 'system',
  actorId: null,
  actorRole: null,
  result: 'done',
  facts: {},
}
const second: AuditRow = {
  scope: 'organisation',
  seq: 2,
  at: new Date('2026-11-02T08:15:31Z'),
  command: 'change-setting',
  commandId: 'c2',
  actorKind: 'staff',
  actorId: 'priya',
  actorRole: 'privacy',
  result: 'not-allowed',
  facts: {
    zebra: true,
    Alpha: 'Zoë "quoted" \\ \u2028\u0007',
    é: 1.5,
    'e\u0301': -0,
    '\u{1f600}': ['b', 'a'],
    '\uffee': null,
    '10': 10,
    '9': 1e21,
    list: [],
  },
}
const FIRST = 'ee6cc1277cd47f316d113caee8e7f387f172e2f4dce5f0f3e63b7bb314c334cb'

test('rows written before keep their hashes', () => {
  expect(auditHash('', first)).toBe(FIRST)
  expect(auditHash(FIRST, second)).toBe('f2aad6c9e5f93f5d9faab34869de8d97a81da2423029b66fba6c8a7973bf33b2')
})

const text = fc.string({ unit: 'binary' })
const plain = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean())
const value = fc.letrec(tie => ({
  any: fc.oneof({ depthSize: 'small' }, plain, fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('any')),
  object: fc.dictionary(text, tie('any')),
})).any

test('for any facts, the former form and RFC 8785 are the same bytes', () => {
  fc.assert(
    fc.property(fc.dictionary(text, value), text, (facts, prevHash) => {
      const row = { ...first, facts }
      const former = formerCanonical({ ...row, at: row.at.toISOString() })
      const hash = createHash('sha256').update(prevHash).update(former).digest('hex')
      expect(auditHash(prevHash, row)).toBe(hash)
    }),
    { numRuns: 500 },
  )
})

describe('what the database would give back otherwise', () => {
  test('a missing fact is no fact', () => {
    expect(auditHash('', { ...first, facts: { gone: undefined } })).toBe(FIRST)
  })
  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['half \ud83d'], [['half \ude00']]])(
    '%j is refused',
    fact => {
      expect(() => auditHash('', { ...first, facts: { fact } })).toThrow()
    },
  )
})
