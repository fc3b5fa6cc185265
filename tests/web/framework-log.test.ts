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
