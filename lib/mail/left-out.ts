import type { MessageVariable } from '@/emails/types'
import { isLink, Link, type ScopeValue } from './template'

type Specs = Readonly<Record<string, MessageVariable>>

/** The variables that somebody who edits a filled text may not take out: links, and what is marked so. */
export const keptOf = (specs: Specs): string[] =>
  Object.entries(specs).flatMap(([name, { required, kept, framed }]) =>
    kept || (isLink(name) && required && !framed) ? [name] : [],
  )

/** A value as the words that it leaves in a text: a list leaves several. */
function wordsOf(value: ScopeValue | undefined): string[] {
  if (value instanceof Link) return [value.url]
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return Array.isArray(value) ? value.flatMap(item => (typeof item === 'string' ? [item] : [])) : []
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Which of these variables a ready text doesn't say. A condition that never holds says nothing, either. */
export function leftOut(
  names: readonly string[],
  scope: ReadonlyMap<string, ScopeValue>,
  text: string,
): string[] {
  const said = plain(text)
  return names.filter(name => wordsOf(scope.get(name)).some(words => !said.includes(plain(words)))).sort()
}
