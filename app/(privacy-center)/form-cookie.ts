import { type PublicCookie, publicCookie } from '@/lib/auth/public-cookie'
import { isSecure } from './form-post'

/** What ties what was typed into a public form to this browser until it is closed. */
export interface FormCookie {
  /** The secret of what was typed in this browser. */
  secretIn(headers: Pick<Headers, 'get'>): string | undefined
  /** `Set-Cookie` headers that tie it. */
  tie(secret: string): string[]
  /** `Set-Cookie` headers that untie it. */
  untie(): string[]
}

/**
 * The cookie of a public form.
 * @param path of the form's own pages; no others get it
 */
export function formCookie(name: string, path: string): FormCookie {
  // Asked for at each call: building the pages needs no environment.
  const cookie = (): PublicCookie => publicCookie(name, [path], isSecure())
  return {
    secretIn: headers => cookie().valueIn(headers.get('cookie')),
    tie: secret => cookie().set(secret),
    untie: () => cookie().end(),
  }
}
