import { endedVisitCookies } from '@/lib/auth/requester'
import { leave } from '@/lib/door/requester/requester'
import { isSecure, readPost, seeOther } from '../../../form-post'
import { visitSecret } from '../../../visit'

/** Ends the visit in this browser, and the secret that it had. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  await leave(await visitSecret())
  return seeOther('/', endedVisitCookies(isSecure()))
}

export { toOwnPage as GET } from '../own-post'
