import { Liquid } from 'liquidjs'

/** A sentence of a list with the address that belongs to it. */
export interface LinkedLine {
  words: string
  url: string
}

/** What a message can be filled with. A list holds several sentences, with or without an address each. */
export type MessageValue = string | number | readonly (string | LinkedLine)[]
export type MessageValues = Readonly<Record<string, MessageValue | null | undefined>>

/** Why a text can't be sent, with the variables to look at. Nothing of their content is in it. */
export interface Blocked {
  missing: string[]
  /** `left-out`: the text lacks what the message needs. */
  problem: 'missing' | 'left-out' | 'syntax' | 'line-break' | 'unsafe-link'
}

/** Whether a variable is an address. */
export const isLink = (name: string): boolean => name === 'link' || name.endsWith('_link')

/** An address that the organisation put there itself, kept apart from text so that only it can become a link. */
export class Link {
  constructor(
    readonly name: string,
    readonly url: string,
  ) {}
}

/** The name of a variable that had no value, kept as `{{ name }}` while somebody still edits the text. */
export class Unfilled {
  constructor(readonly name: string) {}
}

export type ScopeValue = string | number | readonly (string | Link | Unfilled)[] | Link | Unfilled | null
export type Slot = string | Link | Unfilled

/**
 * A text after its conditions and loops have run. Values are not in `words`: a numbered mark takes the place of each, so
 * that nothing inside a value can be read as structure, markup or another variable.
 */
export interface Expanded {
  words: string
  slots: Slot[]
}

const TAGS = new Set(['if', 'unless', 'for'])
const [OPEN, CLOSE] = ['\uE000', '\uE001']
/** One mark in `Expanded.words`; the group is the slot's number. */
export const MARK = /\uE000(\d+)\uE001/g
/** A line that holds nothing but one mark. */
export const LONE_MARK = /^\uE000(\d+)\uE001$/

/** A parser that knows variables, conditions and loops: no filters, files or other tags, and bounded work. */
function parser(take: (value: unknown) => string): Liquid {
  const liquid = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: take,
    // A tag alone on its line leaves no empty line behind.
    trimTagLeft: true,
    trimTagRight: true,
    greedy: false,
    parseLimit: 100_000,
    memoryLimit: 1_000_000,
    renderLimit: 1_000,
  })
  for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name]
  return liquid
}

const withoutMarks = (text: string) => text.replace(/[\uE000\uE001]/g, '').replace(/\r\n?/g, '\n')

/** The paths that a text reads from outside itself (`name`, `items.size`), or null if it isn't well formed. */
function paths(text: string): string[] | null {
  try {
    return parser(String).globalFullVariablesSync(withoutMarks(text), { partials: false })
  } catch {
    return null
  }
}

/**
 * The variables that a text uses, each once, in alphabetical order. A text that isn't well formed uses none; sending
 * it is refused elsewhere.
 */
export function listVariables(text: string): string[] {
  return [...new Set((paths(text) ?? []).map(path => path.split(/[.[]/, 1)[0] ?? path))].sort()
}

/** What keeps a text from being filled from a scope that has these names; null if nothing does. */
export function whyNotExpand(text: string, names: ReadonlySet<string>): Blocked | null {
  const used = paths(text)
  if (!used) return { missing: [], problem: 'syntax' }
  // Only whole variables, and the length of a list: nothing else of a value can be reached.
  const missing = used.filter(path => !names.has(path.replace(/\.size$/, '')))
  return missing.length ? { missing: [...new Set(missing)].sort(), problem: 'missing' } : null
}

/** Runs a text over a scope; null if it fails on the way. Check `whyNotExpand` first for the reason. */
export function expand(text: string, scope: ReadonlyMap<string, ScopeValue>): Expanded | null {
  const slots: Slot[] = []
  const take = (value: unknown): string => {
    // Digits carry no markup, and a numbered list needs to see its numbers.
    if (typeof value === 'number') return String(value)
    const isSlot = typeof value === 'string' || value instanceof Link || value instanceof Unfilled
    slots.push(isSlot ? value : Array.isArray(value) ? value.map(String).join(', ') : '')
    return `${OPEN}${slots.length - 1}${CLOSE}`
  }
  try {
    const liquid = parser(take)
    const bare: Record<string, ScopeValue> = Object.assign(Object.create(null), Object.fromEntries(scope))
    const words: unknown = liquid.renderSync(liquid.parse(withoutMarks(text)), bare)
    return { words: String(words), slots }
  } catch {
    return null
  }
}
