import { clearAnswers } from '@/lib/door/intake/intake-draft'
import { readPost, seeOther } from '../../form-post'
import { draftSecret, noDraftCookie } from '../draft-cookie'
import { whoPage } from '../steps'

/** Begins the form anew, without what somebody else may have typed at this computer. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  await clearAnswers(await draftSecret())
  const who = post.fields.get('who') ?? ''
  return seeOther(`/request/what?who=${encodeURIComponent(who)}`, noDraftCookie())
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(whoPage)
