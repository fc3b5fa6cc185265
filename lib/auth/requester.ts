import type { AccountHolderActor, RequesterActor } from '@/lib/core/people/actor'
import { accountHolderActor, requesterActor } from '@/lib/core/people/make-actor'
import { publicCookie } from './public-cookie'

/** Holds the visit's secret; bound to one request, not to a person. */
const REQUESTER_COOKIE = 'habeas_request'

/** Their own page, and the mailed links, which know from it that somebody is already in. Nothing else gets the cookie. */
const PATHS = ['/my', '/r'] as const

/** A visitor with access to one request. */
export interface Visitor {
  actor: RequesterActor
  reference: string
  sessionId: string
}

/**
 * The one place that lets a data subject in.
 * @param cookie the visit's secret
 * @param find looks a live visit up
 * @returns null without one: the page then offers a new link
 */
export async function requireRequester(
  cookie: string | undefined,
  find: (secret: string) => Promise<{ id: string; requestId: string; reference: string } | null>,
): Promise<Visitor | null> {
  const session = cookie ? await find(cookie) : null
  if (!session) return null
  const { id, requestId, reference } = session
  return { actor: requesterActor(requestId), reference, sessionId: id }
}

/** Who holds an open link to a request: may see what it is about and press its buttons, no more. */
export const holderOf = (link: { requestId: string }): RequesterActor => requesterActor(link.requestId)

/** Who reads a mailbox of the account itself, by the link of a notice: may object, and gets access to nothing. */
export const accountHolderOf = (link: { requestId: string }): AccountHolderActor =>
  accountHolderActor(link.requestId)

const cookie = (secure: boolean) => publicCookie(REQUESTER_COOKIE, PATHS, secure)

/** The visit's secret in a request's `Cookie` header. */
export const visitIn = (header: string | null, secure: boolean): string | undefined =>
  cookie(secure).valueIn(header)

/**
 * `Set-Cookie` headers that begin a visit. The browser forgets it when it is closed, so that the next person at a shared computer
 * finds nothing; how long a visit lasts at most is the store's to say.
 */
export const visitCookies = (secret: string, secure: boolean): string[] => cookie(secure).set(secret)

/** `Set-Cookie` headers that end it in this browser. */
export const endedVisitCookies = (secure: boolean): string[] => cookie(secure).end()
