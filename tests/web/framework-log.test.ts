import { expect, test } from 'vitest'
import { entryOf } from '@/lib/web/framework-log'

const failed = (message: string) => Object.assign(new Error(message), { digest: '3189260022', code: 'P2010' })

test('an error of a page is one entry with its number, and nothing that somebody typed', () => {
  const query =
    'Invalid `prisma.request.findFirst()` invocation:\n{ where: { email: "ann@people.example" } }\n'
  const { entry, words } = entryOf([' ⨯', failed(`${query}Key (email)=(ann@people.example) is taken`)])
  const said = JSON.stringify({ entry, words })
  expect(said).not.toContain('ann')
  expect(said).not.toContain('where')
  expect(entry).toMatchObject({ digest: '3189260022', err: { type: 'Error', code: 'P2010' } })
  expect(words).toBe('⨯')
})

test('a word of warning stays readable, on one line and masked', () => {
  const { entry, words } = entryOf([
    ' ⚠',
    'Missing header\nfrom ann@people.example',
    { email: 'ann@people.example' },
  ])
  expect(entry).toEqual({})
  expect(words).toBe('⚠ Missing header from [hidden]')
})

test('what says nothing is an entry all the same', () => {
  expect(entryOf([]).words).toBe('the framework')
})

test.each([
  ['letters', 'a'],
  ['opening brackets', '('],
  ['halves of a value', '(a)='],
])('a hostile megabyte of %s is masked at once', (_what, piece) => {
  const text = piece.repeat(1_000_000 / piece.length)
  expect(entryOf([text]).words.length).toBeLessThanOrEqual(300)
})

test('what is cut off in the middle of a value or an address shows none of it', () => {
  const start = `${'x'.repeat(1950)} Key (email)=(ann and others ${'y'.repeat(100)}`
  expect(entryOf([start]).words).not.toContain('ann')
  expect(entryOf([`${'x'.repeat(1990)} ann.of.the.people@people.example`]).words).not.toContain('ann')
})
