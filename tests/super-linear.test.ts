import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'
import { sourceFiles } from './support/source'
import { isSuperLinear } from './support/super-linear'

describe('an expression that may take more steps than in proportion to its text is found', () => {
  it.each([
    /\s+$/,
    /[.,]+$/,
    /a.*b/,
    /@.*@/,
    /[^\s@]+@/,
    /<[^>]*>/,
    /\([^)]*\)=\([^)]*\)/,
    /^(a+)+$/,
    /^(a|a)*$/,
    /^(a|b|ab)*c/,
    /^(?:\w+ *)*</,
    /^(?:[a-z]{1,63})+$/,
    /^\d+\d+$/,
    /^\s*a?\s*$/,
    /^(.*,)*x/,
    /"(?:[^"\\]|\\.)*"|[[{\]}]/g,
    /<si>(.*?)<\/si>/gs,
    /a*b|a/g,
    /^\s+x/m,
    /(?<=[=(]\s*)x/,
    /(?!.*x)a/,
    /^(\w+)\1+$/,
  ])('%s', ({ source, flags }) => expect(isSuperLinear(source, flags)).toBe(true))
})

describe('others are left alone', () => {
  it.each([
    /\s+/g,
    /^\s+/,
    /,\s*/,
    /[^<]/g,
    /^"([^"]*)"$/,
    /<[^<>]*>/g,
    /^\w+\.\w+$/,
    /^(\S+) <\1>$/,
    /^(?!.*x)a/,
    /^::ffff:(?=\d+\.)/i,
    /^(?=.{1,9}$)(?:[a-z](?:[a-z-]{0,61}[a-z])?\.)$/,
    /\{(\w+)\}/y,
    /^(- |\d+\. )/,
  ])('%s', ({ source, flags }) => expect(isSuperLinear(source, flags)).toBe(false))
})

interface Found {
  start: number
  /** What a text would have to be bounded for; null where nothing. */
  why: string | null
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const named = (value: unknown, key: string, name: string) => isNode(value) && value[key] === name

/** Many an expression is in several places. */
const known = new Map<string, boolean>()

function whyNot(node: Record<string, unknown>): string | null {
  const { type, regex, callee } = node
  if (type === 'NewExpression' && named(callee, 'name', 'RegExp')) return 'an expression made of text'
  if (type === 'CallExpression' && isNode(callee) && named(callee.property, 'name', 'normalize'))
    return 'normalize() sorts a run of marks in square time'
  if (type !== 'Literal' || !isNode(regex)) return null
  const { pattern, flags } = regex
  if (typeof pattern !== 'string' || typeof flags !== 'string') throw new Error('an expression without words')
  const whole = `/${pattern}/${flags}`
  const answer = known.get(whole) ?? isSuperLinear(pattern, flags)
  known.set(whole, answer)
  return answer ? whole : null
}

function* everyNode(value: unknown): Generator<Found> {
  if (Array.isArray(value)) for (const part of value) yield* everyNode(part)
  else if (isNode(value)) {
    if (typeof value.start === 'number') yield { start: value.start, why: whyNot(value) }
    for (const part of Object.values(value)) yield* everyNode(part)
  }
}

/** How far above it the comment may be that says where a text is bounded. */
const LINES = 5

/** Read at a person's own machine, from files of the project. */
const isProduct = (path: string) => /^(lib|app|components|emails)\/|^(proxy|next\.config)\.ts$/.test(path)

it('no expression of the product takes long over a text that nothing bounds', () => {
  const unbounded = sourceFiles()
    .filter(({ path }) => isProduct(path))
    .flatMap(({ path, text }) =>
      [...everyNode(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }))].flatMap(
        ({ start, why }) => {
          const above = text.slice(0, start).split('\n')
          const isSaid = above.slice(-LINES).some(line => line.includes('Bounded: '))
          return why !== null && !isSaid ? [`${path}:${above.length} ${why}`] : []
        },
      ),
    )
  expect(unbounded).toEqual([])
})
