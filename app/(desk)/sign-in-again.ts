import { signInPage } from '@/lib/auth/asked-address'
import { cameFrom } from './came-from'

/**
 * What an address that takes or gives a file answers to somebody whose session has ended: the sign-in page, which says so.
 * @param otherwise where it leads afterwards if the browser doesn't say which page they were on
 */
export async function signInAgain(otherwise: string): Promise<Response> {
  return leadTo(signInPage(await cameFrom(otherwise), true))
}

/** Leads on to a page, after a POST, too. */
export const leadTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { location } })
