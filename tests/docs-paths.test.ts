import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectFiles } from '@/tests/support/source'

/** Paths of this project in running text; a pattern with a placeholder or a star is for people. */
const PATH = /`((?:app|components|docs|emails|lib|prisma|scripts|tests)\/[^\s`<>*…{}]+)`/g

test('every path that a document names exists', () => {
  const documents = projectFiles().filter(path => path.endsWith('.md') && !path.startsWith('docs/decisions/'))
  const missing = documents.flatMap(document =>
    [...readFileSync(document, 'utf8').matchAll(PATH)]
      .map(([, path = '']) => path.replace(/[.,:]$/, ''))
      .filter(path => !existsSync(path) && !existsSync(`${path}.ts`))
      .map(path => `${document} names ${path}, which doesn't exist`),
  )
  expect(missing).toEqual([])
})
