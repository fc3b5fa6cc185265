/**
 * Cookies of the public side. Each goes to the pages that need it and to no others, so over https its name says that it may only
 * be set there (`__Secure-`, RFC 6265bis); `__Host-` would send it everywhere. Over plain http no browser takes such a name.
 */
export interface PublicCookie {
  /** The value in a request's `Cookie` header. */
  valueIn(header: string | null): string | undefined
  /** `Set-Cookie` headers that set it until the browser is closed. */
  set(value: string): string[]
  /** `Set-Cookie` headers that take it away. */
  end(): string[]
}

/**
 * @param name as it is over plain http; cookies that were set before their name said more are read until they end
 * @param paths of the pages that get it
 * @param secure whether people know us by https
 */
export function publicCookie(name: string, paths: readonly string[], secure: boolean): PublicCookie {
  const full = secure ? `__Secure-${name}` : name
  const attributes = `HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const ended = (which: string) => paths.map(path => `${which}=; Path=${path}; Max-Age=0; ${attributes}`)
  // Left behind, it would come back to life when the new one ends.
  const older = () => (secure ? ended(name) : [])
  const among = (pairs: readonly string[], which: string) =>
    pairs.find(pair => pair.startsWith(`${which}=`))?.slice(which.length + 1)
  return {
    valueIn(header) {
      const pairs = header?.split(/;\s*/) ?? []
      return among(pairs, full) ?? among(pairs, name)
    },
    set: value => [...older(), ...paths.map(path => `${full}=${value}; Path=${path}; ${attributes}`)],
    end: () => [...older(), ...ended(full)],
  }
}
