import { headers } from 'next/headers'
import { safePath } from '@/lib/auth/safe-path'

/** The page that an act was sent from, so that signing in leads back to what was typed there. */
export async function cameFrom(otherwise: string): Promise<string> {
  const page = (await headers()).get('referer') ?? ''
  if (!URL.canParse(page)) return otherwise
  const { pathname, search } = new URL(page)
  return safePath(pathname.startsWith('/sign-in') ? undefined : pathname + search, otherwise)
}
