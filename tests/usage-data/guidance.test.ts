import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guidance } from '@/lib/usage-data/definitions/guidance'

test('the page and docs/adding-an-event.md say the same', () => {
  const parts = guidance.map(({ title, text, list }) =>
    [`## ${title}`, ...text, list.map(item => `- ${item}`).join('\n')].join('\n\n'),
  )
  const file = readFileSync('docs/adding-an-event.md', 'utf8')
  expect(file.slice(file.indexOf('## '))).toBe(`${parts.join('\n\n')}\n`)
})
