import { cookies } from 'next/headers'
import { REQUESTER_COOKIE, type Visitor } from '@/lib/auth/requester'
import { visitorOf } from '@/lib/door/requester/requester'

/** The secret of the visit in this browser, if there is one. */
export const visitSecret = async (): Promise<string | undefined> =>
  (await cookies()).get(REQUESTER_COOKIE)?.value

/** Who is in, with the secret that lets them in; null sends them to ask for a new link. */
export async function currentVisit(): Promise<{ visitor: Visitor; secret: string } | null> {
  const secret = await visitSecret()
  const visitor = await visitorOf(secret)
  return visitor && secret ? { visitor, secret } : null
}

export const ownPage = '/my/request'
export const newLinkPage = '/my/link'
