export const hidesNul = (text: string) => /%00|\0/.test(text)

/** Whether what is escaped in a path is text: Next answers others with a failure of its own. Nothing has a NUL in its name. */
export function isDecodable(path: string): boolean {
  try {
    return !hidesNul(path) && decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** A target that names a server isn't one of our pages; some parsers behind this would follow it. */
export const isPath = (target: string) => /^\/(?![/\\])/.test(target)

/** Next would send on who writes a slash too many, in an answer without any of our headers. */
export const plainPath = (path: string) => path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
