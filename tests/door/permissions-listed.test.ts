import { describe, expect, test } from 'vitest'
import { abilities } from '@/lib/core/people/permissions'
import { inOrder, letters } from '../support/permission-letters'
import { actions, pages, routes } from '../support/permission-table'
import { projectFiles, sourceFiles } from '../support/source'

describe('nothing is reachable that isn’t listed', () => {
  const sources = sourceFiles()
  test('pages', () => {
    expect(
      projectFiles('app')
        .filter(path => path.endsWith('/page.tsx'))
        .sort(),
    ).toEqual(Object.keys(pages).sort())
  })
  test('addresses that aren’t pages', () => {
    expect(
      projectFiles('app')
        .filter(path => path.endsWith('/route.ts'))
        .sort(),
    ).toEqual(Object.keys(routes).sort())
  })
  test('server actions', () => {
    const found = sources
      .filter(({ path, text }) => !path.startsWith('tests/') && /^\s*'use server'/m.test(text))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => `${path} ${name}`),
      )
    expect(found.sort()).toEqual(Object.keys(actions).sort())
  })
  test('what a page or action of the desk asks for is what the list says', () => {
    for (const [name, who] of Object.entries({ ...pages, ...routes, ...actions })) {
      const path = name.split(' ')[0]
      const text = sources.find(source => source.path === path)?.text ?? ''
      const asked = [...text.matchAll(/requireStaff\([^)]*?, '([\w-]+)'\)/g)].map(
        ([, ability = '']) => ability,
      )
      for (const ability of asked) {
        const may = Object.entries(abilities).find(([key]) => key === ability)?.[1] ?? []
        expect(inOrder(may.map(role => letters[role])), `${name}: ${ability}`).toBe(who)
      }
      const isDesk = name.startsWith('app/(desk)/') && who !== 'open'
      if (isDesk)
        expect(text, `${name} asks who it is`).toMatch(
          /requireStaff|requireAccount|currentStaff|openRequest|redirect/,
        )
    }
  })
})
