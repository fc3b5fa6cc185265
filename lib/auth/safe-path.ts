const HERE = 'http://here.invalid'

/**
 * Where to go after signing in, if it is a path of this site; else the fallback. Browsers read `\` as `/` and drop tabs and
 * line ends, so anything of the kind is no path.
 */
export function safePath(text: string | undefined, fallback: string): string {
  if (!text || text.length > 2000 || !/^\/(?!\/)[\x21-\x7e]*$/.test(text) || text.includes('\\'))
    return fallback
  if (!URL.canParse(text, HERE)) return fallback
  const { origin, pathname, search } = new URL(text, HERE)
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : fallback
}
