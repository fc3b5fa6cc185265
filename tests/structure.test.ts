import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { climbingImports, coreFloors, homelessCoreFiles } from '@/tests/support/core-floors'
import { importCircles } from '@/tests/support/import-circles'
import { MAY_IMPORT, mayImport, PURE_PACKAGES, roomOf } from '@/tests/support/rooms'
import { type Import, projectFiles, type SourceFile, sourceFiles } from '@/tests/support/source'

/**
 * The house rules, read off the files. A failure names the file, what it does, and the rule.
 * There is no list of exceptions: change the code, or change the rule for everybody and say why in docs/decisions.
 */

const files = sourceFiles()
const paths = projectFiles()

function broken(rule: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap(file => rule(file).map(what => `${file.path}: ${what}`))
}
const imports = (rule: (imported: Import, file: SourceFile) => string | undefined) =>
  broken(file => file.imports.flatMap(imported => rule(imported, file) ?? []))
const inRoom = (room: string) => (file: SourceFile) => roomOf(file.path) === room
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(match => `line ${lineOf(text, match.index)} has ${match[0].trim()}`)

/** A file that imports one thing, to try a rule with. */
const importing = (path: string, target: string, typesOnly: boolean): SourceFile => ({
  path,
  text: '',
  code: '',
  imports: [{ specifier: target, path: target, typesOnly, line: 1 }],
})

describe('who may import whom', () => {
  test('each room imports only from the rooms below it', () => {
    const wrong = imports(({ path, specifier, line }, file) => {
      if (path === undefined) return undefined
      const [from, to] = [roomOf(file.path), roomOf(path)]
      if (from === to || MAY_IMPORT[from]?.includes(to)) return undefined
      const above = Object.keys(MAY_IMPORT).filter(
        room => room !== 'tests' && [from, to].every(below => MAY_IMPORT[room]?.includes(below)),
      )
      return (
        `line ${line}: ${from} must not import ${to} (${specifier}); it may import ${MAY_IMPORT[from]?.join(', ') || 'nothing'}. ` +
        (above.length > 0
          ? `Code that needs both belongs in ${above.join(' or ')}.`
          : `Put this into ${mayImport(to).join(' or ') || 'the file that needs it'}, or pass the value in as an argument.`)
      )
    })
    expect(wrong).toEqual([])
  })
  test('no file imports itself through others, types included', () => {
    expect(importCircles(files)).toEqual([])
  })
  test('a circle is named as a path, through an index too', () => {
    const planted = [
      importing('lib/core/actor.ts', 'lib/core/tasks', true),
      importing('lib/core/tasks/index.ts', 'lib/core/tasks/plan', false),
      importing('lib/core/tasks/plan.ts', 'lib/core/actor', true),
    ]
    expect(importCircles(planted)).toEqual([
      'lib/core/actor.ts:1 → lib/core/tasks/index.ts:1 → lib/core/tasks/plan.ts:1 → lib/core/actor.ts. Name the type that they share in a file below both, or look it up from above.',
    ])
  })
  test('every file of lib/core has a room', () => {
    expect(homelessCoreFiles(paths)).toEqual([])
  })
  test('inside lib/core a room imports only from the floors below it', () => {
    expect(climbingImports(files)).toEqual([])
  })
  test('an import that climbs is named with its line and a better place', () => {
    const planted = [
      importing('lib/core/request/request.ts', 'lib/core/machine/draft', true),
      importing('lib/core/commands/submit.ts', 'lib/core/intake/proof', false),
      importing('lib/core/machine/draft.ts', 'lib/core/request/request', false),
    ]
    expect(climbingImports(planted)).toEqual([
      'lib/core/request/request.ts:1 imports lib/core/machine/draft, but machine is above request. Move what both need down to risk, or this code up to a room above machine.',
      'lib/core/commands/submit.ts:1 imports lib/core/intake/proof, but commands and intake share a floor. Move what both need down to machine, or this code up to a room above commands, intake, settings.',
    ])
    expect(homelessCoreFiles(['lib/core/loose.ts', 'lib/core/request/request.ts'])).toEqual([
      expect.stringMatching(
        /^lib\/core\/loose\.ts: put it into a room of lib\/core \(people, account, systems; risk; /,
      ),
    ])
  })
  test('CONTRIBUTING says what belongs in each room of lib/core', () => {
    const contributing = readFileSync('CONTRIBUTING.md', 'utf8')
    const missing = coreFloors
      .flatMap(floor => Object.entries(floor))
      .filter(([room, holds]) => !contributing.includes(`| \`lib/core/${room}\` | ${holds} |`))
    expect(missing).toEqual([])
  })
  test('lib/mail knows only the types of mails', () => {
    const wrong = imports(({ path, typesOnly, specifier }, file) =>
      roomOf(file.path) === 'mail' && path !== undefined && roomOf(path) === 'email types' && !typesOnly
        ? `import ${specifier} as a type`
        : undefined,
    )
    expect(wrong).toEqual([])
  })
  test('components/ui would fit another product: it knows nothing of this one', () => {
    const wrong = imports(({ path, specifier }, file) => {
      if (!file.path.startsWith('components/ui/') || path === undefined) return undefined
      return path.startsWith('components/ui/') ? undefined : `components/ui must not import ${specifier}`
    })
    expect(wrong).toEqual([])
  })
  test('only the store speaks to Prisma', () => {
    const wrong = imports(({ specifier, path }, file) => {
      if (
        ['store', 'tests', 'scripts', 'prisma'].includes(roomOf(file.path)) ||
        file.path === 'prisma.config.ts'
      )
        return undefined
      const direct = /^(@prisma\/|prisma\b)/.test(specifier) || path?.startsWith('prisma/')
      return direct ? `only lib/store may import ${specifier}` : undefined
    })
    expect(wrong).toEqual([])
  })
  test('only lib/auth speaks to next-auth, and to what checks tokens of a provider', () => {
    const wrong = imports(({ specifier }, file) =>
      /^(next-auth|openid-client|jose)(\/|$)/.test(specifier) && !/^(lib\/auth|tests)\//.test(file.path)
        ? `only lib/auth may import ${specifier}`
        : undefined,
    )
    expect(wrong).toEqual([])
  })
  test('other folders of the project are named with @/', () => {
    const wrong = imports(({ specifier, path }, file) => {
      if (
        !specifier.startsWith('../') ||
        path === undefined ||
        file.path.endsWith('.mjs') ||
        path.endsWith('.mjs')
      )
        return undefined
      return roomOf(path) === roomOf(file.path) ? undefined : `write ${specifier} as @/${path}`
    })
    expect(wrong).toEqual([])
  })
})

describe('what is due', () => {
  test('is gone through with tryEach only, so that one row stops no other', () => {
    const loops = /\bfor (await )?\(|\bwhile \(|\.forEach\(/g
    const wrong = files
      .filter(file => file.path.startsWith('lib/worker/sweeps/'))
      .flatMap(file => found(file.code, loops).map(what => `${file.path}: ${what}; use tryEach`))
    expect(wrong).toEqual([])
  })
})

describe('the core is pure, with the messages that it reads', () => {
  const isPure = (file: SourceFile) => ['core', 'emails', 'email types'].includes(roomOf(file.path))

  test('it imports nothing that could reach the world', () => {
    const wrong = imports(({ specifier, path }, file) => {
      if (!isPure(file) || path !== undefined || PURE_PACKAGES.includes(specifier)) return undefined
      return `core must not import ${specifier}; it may import ${PURE_PACKAGES.join(', ')}`
    })
    expect(wrong).toEqual([])
  })
  test('clock, chance, environment and network come as arguments', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\bprocess\.\w+|\bfetch\(|\brandomUUID\b|\bsetTimeout\(|\bconsole\./g
    const wrong = files
      .filter(isPure)
      .flatMap(file => found(file.code, impure).map(match => `${file.path}: ${match}`))
    expect(wrong).toEqual([])
  })
})

describe('names and sizes', () => {
  test('no folder or file is a drawer for everything', () => {
    const drawers = /(^|\/)(utils?|helpers?|services?|managers?|common|misc|shared|stuff)(\/|\.[a-z]+$)/i
    expect(paths.filter(path => drawers.test(path))).toEqual([])
  })
  test('files are named in kebab case', () => {
    const name = /^(\[[\w.]+\]|\([a-z-]+\)|\.?[a-z0-9]+([.-][a-z0-9]+)*)$/
    const wrong = files.map(file => file.path).filter(path => !path.split('/').every(part => name.test(part)))
    expect(wrong).toEqual([])
  })
  test('no file is longer than 300 lines', () => {
    expect(
      broken(file =>
        file.text.split('\n').length > 301 ? ['is longer than 300 lines; it holds two ideas'] : [],
      ),
    ).toEqual([])
  })
  test('no room holds more than 22 files, but for those that an index lists', () => {
    const listed = new Set(
      files
        .filter(({ path }) => /(^|\/)index\.tsx?$/.test(path))
        .flatMap(index => index.imports.map(({ path }) => path)),
    )
    const loose = files
      .map(({ path }) => path)
      .filter(path => /^(lib|components)\//.test(path) && !listed.has(path.replace(/\.tsx?$/, '')))
    const rooms = [...new Set(loose.map(path => dirname(path)))]
    const full = rooms
      .map(room => [room, loose.filter(path => dirname(path) === room).length] as const)
      .filter(([, size]) => size > 22)
    expect(full.map(([room, size]) => `${room} holds ${size} files; divide it by topic`)).toEqual([])
  })
  test('no file only forwards, but for indexes', () => {
    const forwards = (file: SourceFile) =>
      !/(^|\/)index\.tsx?$/.test(file.path) &&
      file.code.trim() !== '' &&
      file.code.replace(/\bexport\s+(type\s+)?(\*|\{[^}]*\})\s*from\s+;?/g, '').trim() === ''
    expect(files.filter(forwards).map(file => file.path)).toEqual([])
  })
})

describe('nothing is silenced', () => {
  test('the compiler and the linter', () => {
    const silenced = /@ts-(ignore|nocheck|expect-error)|biome[-]ignore|eslint[-]disable/g
    const wrong = broken(file => found(file.text, silenced))
    expect(wrong).toEqual([])
  })
  test('no type is cast away', () => {
    expect(
      broken(file => found(file.code, /\bas (any|unknown as|never)\b|:\s*any\b|<any\b|\bany\[\]/g)),
    ).toEqual([])
  })
  test('no test is skipped, runs alone, sleeps, reads a list before it is there, or mocks what is ours', () => {
    const dodges =
      /\.(skip|only|todo|fixme)\(|\bvi\.mock\(|\bwaitForTimeout\(|\.all(InnerTexts|TextContents)\(/g
    const wrong = files
      .filter(inRoom('tests'))
      .flatMap(file => found(file.code, dodges).map(match => `${file.path}: ${match}`))
    expect(wrong).toEqual([])
  })
  test('no test measures time: a slow machine is no defect, and benchmarks are for figures', () => {
    const clocks =
      /\bperformance\.now\(|\bhrtime\b|\bexpect\([^\n]*\bDate\.now\(\) - [^\n]*\.toBe(Less|Greater)/g
    const wrong = files
      .filter(file => inRoom('tests')(file) && !file.path.startsWith('tests/bench/'))
      .flatMap(file => found(file.code, clocks).map(match => `${file.path}: ${match}`))
    expect(wrong).toEqual([])
  })
})

test('no HTML is set from a string', () => {
  expect(
    broken(file => found(file.code, /dangerouslySetInnerHTML|\.innerHTML\b|\binsertAdjacentHTML\b/g)),
  ).toEqual([])
})
