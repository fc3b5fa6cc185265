import { expect, test } from 'vitest'
import { sourceFiles } from '@/tests/support/source'

/** Fields for something short of a fixed form, such as a number, a code or a search. */
const short = [
  'app/(desk)/settings/usage-data/minimum-group.tsx',
  'components/message/template-text.tsx',
  'components/public/own/own-files.tsx',
  'components/request/queue/queue-search.tsx',
]

test('no page cuts a text without a word: one that is too long is refused, and the answer says so', () => {
  const ofPages = /^(app|components)\//
  const cutting = sourceFiles().filter(({ path, code }) => ofPages.test(path) && /maxLength=/.test(code))
  expect(cutting.map(({ path }) => path).toSorted()).toEqual(short)
})
