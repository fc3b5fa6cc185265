/** A regular expression as a tree. `any` stands in for what a backreference may repeat. */
export type RegexNode =
  | { kind: 'atom'; source: string }
  | { kind: 'any' }
  | { kind: 'seq' | 'alt'; parts: RegexNode[] }
  | { kind: 'repeat'; body: RegexNode; least: number; most: number }
  | { kind: 'caret' | 'assertion' }
  | { kind: 'look'; behind: boolean; body: RegexNode }

const ESCAPE =
  /^\\(?:x[0-9a-f]{2}|u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|[pP]\{[^}]{1,40}\}|c[a-z]|k<\w{1,40}>|[1-9]\d?|[\s\S])/i
const CLASS = /^\[(?:[^\\\]]|\\[\s\S])*\]/
const GROUP = /^\((?:\?(?:([:=!])|<([=!])|<\w{1,40}>))?/
const COUNT = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})\??/

/** Splits an expression's source into its tree. Throws where it isn't one that this small parser knows. */
export function parseRegex(source: string, flags: string): RegexNode {
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray => {
    const found = pattern.exec(source.slice(at))
    if (!found) throw new Error(`no ${pattern} at ${at} of ${source}`)
    at += found[0].length
    return found
  }

  function single(): RegexNode {
    const char = source[at]
    if (char === '(') {
      const [, ahead, behind] = take(GROUP)
      const body = either()
      at += 1
      if (behind) return { kind: 'look', behind: true, body }
      return ahead && ahead !== ':' ? { kind: 'look', behind: false, body } : body
    }
    if (char === '[') return { kind: 'atom', source: take(CLASS)[0] }
    if (char === '\\') {
      const [sign] = take(ESCAPE)
      if (/^\\b$/i.test(sign)) return { kind: 'assertion' }
      return /^\\(k|[1-9])/.test(sign) ? { kind: 'any' } : { kind: 'atom', source: sign }
    }
    const [text = ''] = flags.includes('u') ? source.slice(at) : [char]
    at += text.length
    if (text === '^') return flags.includes('m') ? { kind: 'assertion' } : { kind: 'caret' }
    return text === '$' ? { kind: 'assertion' } : { kind: 'atom', source: text }
  }

  function counted(): RegexNode {
    const body = single()
    const found = COUNT.exec(source.slice(at))
    if (!found) return body
    at += found[0].length
    const [sign, least, upTo, most] = found
    if (least === undefined)
      return {
        kind: 'repeat',
        body,
        least: sign.startsWith('+') ? 1 : 0,
        most: sign.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
      }
    const open = upTo !== undefined && !most
    return {
      kind: 'repeat',
      body,
      least: Number(least),
      most: open ? Number.POSITIVE_INFINITY : Number(most ?? least),
    }
  }

  function sequence(): RegexNode {
    const parts: RegexNode[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(counted())
    return { kind: 'seq', parts }
  }

  function either(): RegexNode {
    const parts = [sequence()]
    while (source[at] === '|') {
      at += 1
      parts.push(sequence())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'alt', parts }
  }

  const tree = either()
  if (at < source.length) throw new Error(`${source} goes on at ${at}`)
  return tree
}

/** The same read from its end, as an expression that looks back is. */
export function backwards(node: RegexNode): RegexNode {
  if (node.kind === 'seq') return { kind: 'seq', parts: node.parts.map(backwards).reverse() }
  if (node.kind === 'alt') return { kind: 'alt', parts: node.parts.map(backwards) }
  if (node.kind === 'repeat') return { ...node, body: backwards(node.body) }
  return node.kind === 'caret' ? { kind: 'assertion' } : node
}

const hasLoop = (node: RegexNode): boolean =>
  node.kind === 'any' ||
  (node.kind === 'repeat' && (node.most === Number.POSITIVE_INFINITY || hasLoop(node.body))) ||
  ((node.kind === 'seq' || node.kind === 'alt') && node.parts.some(hasLoop))

interface Look {
  node: Extract<RegexNode, { kind: 'look' }>
  /** It is asked at one place only, as nothing moves between it and the anchored start. */
  once: boolean
}

/** Every look-around in an expression. */
export function looksIn(node: RegexNode): Look[] {
  if (node.kind === 'look') return [{ node, once: false }, ...looksIn(node.body)]
  if (node.kind === 'repeat') return looksIn(node.body)
  if (node.kind === 'alt') return node.parts.flatMap(looksIn)
  if (node.kind !== 'seq') return []
  const isAnchored = node.parts[0]?.kind === 'caret'
  const firstLoop = node.parts.findIndex(hasLoop)
  return node.parts.flatMap((part, at) => {
    const once = isAnchored && part.kind === 'look' && (firstLoop < 0 || at < firstLoop)
    return looksIn(part).map(look => (once && look.node === part ? { ...look, once } : look))
  })
}
