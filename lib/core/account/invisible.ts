/** What nobody can see: soft hyphens, joiners, marks of direction, as they come along with what is pasted. */
const anywhere = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const oneOfThem = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]$/u
const atTheStart = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u

/** A text without what can't be seen, wherever it is. For what has no use for it, such as an address. */
export const visible = (text: string): string => text.replace(anywhere, '')

/** A text without marks that turn what follows around, which no name needs; letters know their own direction. */
export const undirected = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** A text without space and what can't be seen at its edges. Inside a name such a character may be part of a letter. */
export function visibleEdges(text: string): string {
  const begun = text.replace(atTheStart, '')
  // Character by character, as a pattern for the end would try every space of a hostile megabyte.
  let end = begun.length
  while (end > 0) {
    const isPair = /[\udc00-\udfff]/.test(begun.charAt(end - 1)) && end > 1
    const last = begun.slice(isPair ? end - 2 : end - 1, end)
    if (!oneOfThem.test(last)) break
    end -= last.length
  }
  return begun.slice(0, end)
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].some(prototype => prototype === Object.getPrototypeOf(value))

/**
 * What was sent for a command, each of its texts with {@link visibleEdges}: links and references are pasted with such characters,
 * and a note of nothing else says nothing.
 */
export function visibleInput(value: unknown): unknown {
  if (typeof value === 'string') return visibleEdges(value)
  if (Array.isArray(value)) return value.map(visibleInput)
  return isTree(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visibleInput(part)]))
    : value
}
