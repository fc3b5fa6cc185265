import { isSecure } from './form-post'

/**
 * The cookie that ties what was typed into a public form to this browser until it is closed.
 * @param path of the form's own pages; no others get it
 */
export function formCookie(name: string, path: string) {
  const cookie = (value: string, more = '') =>
    `${name}=${value}; Path=${path}${more}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
  return {
    /** The secret of what was typed in this browser. */
    secretIn: (headers: Pick<Headers, 'get'>): string | undefined =>
      headers
        .get('cookie')
        ?.split(/;\s*/)
        .find(pair => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    /** `Set-Cookie` header that ties it. */
    tie: (secret: string): string => cookie(secret),
    /** `Set-Cookie` header that unties it. */
    untie: (): string => cookie('', '; Max-Age=0'),
  }
}
