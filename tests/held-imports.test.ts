import { expect, test } from 'vitest'
import { held, heldImports } from './support/held-imports'
import { projectFiles, type SourceFile, sourceFiles } from './support/source'

const importing = (path: string, target: string, typesOnly = false): SourceFile => ({
  path,
  text: '',
  code: '',
  imports: [{ specifier: `@/${target}`, path: target, typesOnly, line: 3 }],
})

test('only the guards make an actor, and only the store speaks to Prisma', () => {
  expect(heldImports(sourceFiles())).toEqual([])
})

test('what changes something is recorded by the door alone', () => {
  const own = ['lib/store/audit/audit.ts', 'lib/door/run/record-change.ts']
  const others = sourceFiles().filter(
    ({ path, code }) => path.startsWith('lib/') && !own.includes(path) && /\bappendAudit\b/.test(code),
  )
  expect(others.map(({ path }) => `${path} appends an audit row; call recordChange in lib/door`)).toEqual([])
})

test('a page that makes itself the system, and a door that asks Prisma, are named with what to use instead', () => {
  const planted = [
    importing('app/(desk)/page.tsx', 'lib/core/people/make-actor'),
    importing('app/(desk)/page.tsx', 'lib/door/run/system-for'),
    importing('lib/store/request/due.ts', 'lib/core/people/made'),
    importing('lib/core/people/actor.ts', 'lib/core/people/made', true),
    importing('lib/door/files/attach.ts', 'lib/door/run/system-for'),
    importing('lib/auth/tokens.ts', 'lib/core/people/make-actor'),
    importing('lib/door/run/effects.ts', 'lib/store/database/prisma-of'),
    importing('lib/door/run/effects.ts', 'lib/store/database/client', true),
    importing('lib/store/request/due.ts', 'lib/store/database/prisma-of'),
  ]
  expect(heldImports(planted)).toEqual([
    expect.stringMatching(
      /^app\/\(desk\)\/page\.tsx:3 must not import lib\/core\/people\/make-actor\. .*requireStaff/,
    ),
    expect.stringMatching(/^app\/\(desk\)\/page\.tsx:3 must not import lib\/door\/run\/system-for\. /),
    expect.stringMatching(/^lib\/store\/request\/due\.ts:3 must not import lib\/core\/people\/made\. /),
    expect.stringMatching(
      /^lib\/door\/run\/effects\.ts:3 must not import lib\/store\/database\/prisma-of\. /,
    ),
    expect.stringMatching(/^lib\/door\/run\/effects\.ts:3 must not import lib\/store\/database\/client\. /),
  ])
})

test('the list names what exists, and nothing that no longer needs it', () => {
  const paths = projectFiles()
  const files = sourceFiles()
  const idle = held.flatMap(({ module, by }) =>
    by
      .filter(
        place =>
          !files.some(
            file => file.path.startsWith(place) && file.imports.some(({ path }) => path === module),
          ),
      )
      .map(place => `${place} doesn't import ${module}`),
  )
  expect(idle).toEqual([])
  expect(held.map(({ module }) => `${module}.ts`).filter(path => !paths.includes(path))).toEqual([])
})
