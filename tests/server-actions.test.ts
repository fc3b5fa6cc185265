import { expect, test } from 'vitest'
import { sourceFiles } from './support/source'

test('every server action begins by reading what it was called with', () => {
  const actions = sourceFiles().filter(
    ({ text }) => /^['"]use server['"]/m.test(text) && !text.includes('vitest'),
  )
  expect(actions.length).toBeGreaterThan(10)
  const heads = actions.flatMap(({ path, text }) =>
    [...text.matchAll(/^export async function (\w+)\([^{]*\{\n((?:.*\n){2})/gm)].map(
      ([, name, body = '']) => ({
        where: `${path} ${name}`,
        reads: /\bsentForm\(|\bcallIsRead\(\)/.test(body),
      }),
    ),
  )
  expect(heads.length).toBeGreaterThan(actions.length)
  expect(heads.filter(({ reads }) => !reads)).toEqual([])
})
