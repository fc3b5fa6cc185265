import { expect, test } from 'vitest'
import { sourceFiles } from '@/tests/support/source'

/** Fields of the desk for something short of a fixed form, such as a number, a reference or a search. */
const short = [
  'app/(desk)/settings/usage-data/minimum-group.tsx',
  'components/message/template-text.tsx',
  'components/request/queue/queue-search.tsx',
]

test('the desk cuts no text without a word: one that is too long is refused, and the answer says so', () => {
  const atTheDesk = /^(app\/\(desk\)|components\/(?!public\/))/
  const cutting = sourceFiles().filter(({ path, code }) => atTheDesk.test(path) && /maxLength=/.test(code))
  expect(cutting.map(({ path }) => path).toSorted()).toEqual(short)
})
