import { safePath } from './safe-path'

/** Header in which the proxy tells the pages the address that was asked for; a value sent by a client is replaced. */
export const ASKED_ADDRESS_HEADER = 'x-habeas-asked'

/** What the framework adds to an address when it fetches a page in the background. */
const INTERNAL = '_rsc'

/** The address that was asked for, as the proxy tells it: the path with its query. */
export function askedAddress({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams)
  query.delete(INTERNAL)
  return query.size > 0 ? `${pathname}?${query}` : pathname
}

/**
 * Address of the sign-in page.
 * @param next where to go afterwards
 * @param ended somebody was signed in before, so that the page says why they are asked again
 */
export const signInPage = (next: string, ended: boolean): string =>
  `/sign-in?next=${encodeURIComponent(next)}${ended ? '&did=ended' : ''}`

/**
 * Where to come back to after signing in: the address that was asked for, with its query, where it is that of the page; else the
 * page's own path.
 */
export function comeBackTo(path: string, asked: string | null): string {
  return asked?.split('?')[0] === path ? safePath(asked, path) : path
}
