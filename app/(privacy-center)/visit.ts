import { headers } from 'next/headers'
import { type Visitor, visitIn } from '@/lib/auth/requester'
import { visitorOf } from '@/lib/door/requester/requester'
import { isSecure } from './form-post'

/** The secret of the visit in this browser, if there is one. */
export const visitSecret = async (): Promise<string | undefined> =>
  visitIn((await headers()).get('cookie'), isSecure())

/** Who is in, with the secret that lets them in; null sends them to ask for a new link. */
export async function currentVisit(): Promise<{ visitor: Visitor; secret: string } | null> {
  const secret = await visitSecret()
  const visitor = await visitorOf(secret)
  return visitor && secret ? { visitor, secret } : null
}

export const ownPage = '/my/request'
export const newLinkPage = '/my/link'
