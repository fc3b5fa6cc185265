import { backwards, looksIn, parseRegex, type RegexNode } from './regex-parse'

/** A step that takes no character; one that is guarded may be refused, one at the start is open only there. */
type Step = { to: number; guarded: boolean; atStart: boolean }

interface Automaton {
  /** Steps without a character, by state. */
  steps: Step[][]
  /** What the character of a state has to be, and the state behind it. */
  takes: Map<number, { source: string; to: number }>
  end: number
}

function automatonOf(tree: RegexNode): Automaton {
  const steps: Step[][] = [[]]
  const takes: Automaton['takes'] = new Map()
  const state = () => steps.push([]) - 1
  const link = (from: number, to: number, more: Partial<Step> = {}) =>
    steps[from]?.push({ to, guarded: false, atStart: false, ...more })

  function many(node: Extract<RegexNode, { kind: 'repeat' }>, from: number): number {
    let at = from
    // Two rounds show all that more would.
    for (let round = 0; round < Math.min(node.least, 2); round += 1) at = add(node.body, at)
    if (node.most === Number.POSITIVE_INFINITY) {
      const loop = state()
      link(at, loop)
      link(add(node.body, loop), loop)
      const out = state()
      link(loop, out)
      return out
    }
    const out = state()
    for (let round = 0; round < Math.min(node.most - node.least, 2); round += 1) {
      link(at, out)
      at = add(node.body, at)
    }
    link(at, out)
    return out
  }

  function add(node: RegexNode, from: number): number {
    if (node.kind === 'seq') return node.parts.reduce((at, part) => add(part, at), from)
    if (node.kind === 'repeat') return many(node, from)
    if (node.kind === 'any')
      return many(
        {
          kind: 'repeat',
          body: { kind: 'atom', source: '[\\s\\S]' },
          least: 0,
          most: Number.POSITIVE_INFINITY,
        },
        from,
      )
    const to = state()
    if (node.kind === 'alt') for (const part of node.parts) link(add(part, from), to)
    else if (node.kind === 'atom') {
      const taking = state()
      link(from, taking)
      takes.set(taking, { source: node.source, to })
    } else link(from, to, { guarded: true, atStart: node.kind === 'caret' })
    return to
  }

  const end = add(tree, 0)
  return { steps, takes, end }
}

/** Characters that tell classes apart: the first few hundred, some odd ones, and all that the expression names. */
const samplesFor = (source: string) => [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)),
  ...'\u0301\u2019\u2026\u2028\u202e\u2060\u2212\ufeff\ud800\ue000\uff10漢😀',
  ...source,
]

/** Whether a match may take more than a number of steps in proportion to the text, where nothing bounds the text. */
function climbs(tree: RegexNode, source: string, flags: string, restarts: boolean): boolean {
  const { steps, takes, end } = automatonOf(tree)
  /** States that take a character, the times that each is reached without one, and whether the end surely is. */
  const closure = (from: number, start: boolean) => {
    const found = new Map<number, number>()
    const seen = new Map<string, number>()
    let ends = false
    const walk = (at: number, guarded: boolean) => {
      const key = `${at} ${guarded}`
      const times = (seen.get(key) ?? 0) + 1
      seen.set(key, times)
      if (times > 2) return
      if (takes.has(at)) found.set(at, (found.get(at) ?? 0) + 1)
      ends ||= at === end && !guarded
      for (const step of steps[at] ?? []) if (!step.atStart || start) walk(step.to, guarded || step.guarded)
    }
    walk(from, false)
    return { found, ends }
  }

  const places = [...takes.keys()]
  const START = places.length
  const after = places.map(place => closure(takes.get(place)?.to ?? 0, false))
  const fromStart = restarts ? closure(0, false) : undefined
  const indexed = ({ found }: { found: Map<number, number> }) =>
    [...found.keys()].map(place => places.indexOf(place))
  const follow = [...after.map(indexed), fromStart ? [...indexed(fromStart), START] : []]

  const fits = places.map(
    place => new RegExp(`^(?:${takes.get(place)?.source})$`, flags.replace(/[gmy]/g, '')),
  )
  const kinds = [
    ...new Set(
      samplesFor(source).map(char => [...fits.map(fit => (fit.test(char) ? '1' : '0')), '1'].join('')),
    ),
  ]
  const next = follow.map(targets => kinds.map(kind => targets.filter(target => kind[target] === '1')))

  const reaches = follow.map(targets => {
    const found = new Set(targets)
    for (const target of found) for (const further of follow[target] ?? []) found.add(further)
    return found
  })
  const can = (from: number, to: number) => reaches[from]?.has(to) ?? false
  // Two ways to the same place within a loop double with every round.
  if (
    after.some(({ found }, from) =>
      [...found].some(([place, times]) => times > 1 && can(places.indexOf(place), from)),
    )
  )
    return true

  /** Whether one text leads from `p` back to it, from `p` to `q`, and from `q` back to it. */
  const splits = (p: number, q: number) => {
    const waiting: [number, number, number][] = [[p, p, q]]
    const seen = new Set([`${p} ${p} ${q}`])
    for (const [a, b, c] of waiting)
      for (let kind = 0; kind < kinds.length; kind += 1)
        for (const x of next[a]?.[kind] ?? [])
          for (const y of next[b]?.[kind] ?? [])
            for (const z of next[c]?.[kind] ?? []) {
              if (x === p && y === q && z === q) return true
              const key = `${x} ${y} ${z}`
              const useful = (x === p || can(x, p)) && (y === q || can(y, q)) && (z === q || can(z, q))
              if (!useful || seen.has(key)) continue
              seen.add(key)
              waiting.push([x, y, z])
            }
    return false
  }
  const loops = follow.map((_, at) => at).filter(at => can(at, at))
  return loops.some(p =>
    loops.some(q => p !== q && q !== START && can(p, q) && !after[q]?.ends && splits(p, q)),
  )
}

/**
 * Whether an expression may take more steps than in proportion to its text: where a text can be pumped through two of
 * its loops at once (the search for a place to begin counts as one), and what follows may fail. It errs towards yes.
 * After Weideman and others, Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers (2016).
 */
export function isSuperLinear(source: string, flags = ''): boolean {
  const tree = parseRegex(source, flags)
  if (climbs(tree, source, flags, !flags.includes('y'))) return true
  return looksIn(tree).some(({ node, once }) =>
    climbs(node.behind ? backwards(node.body) : node.body, source, flags, !once),
  )
}
