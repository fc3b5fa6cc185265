const MOST_DEPTH = 20

/**
 * Whether brackets are nested deeper than any of our inputs; read from the text, before it is parsed. Each character is
 * looked at once: a pattern for quoted text would begin again at every quote of one that never ends.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') quoted = !quoted
    else if (quoted) at += sign === '\\' ? 1 : 0
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > MOST_DEPTH) return true
  }
  return false
}
