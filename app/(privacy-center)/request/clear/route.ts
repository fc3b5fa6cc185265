import { clearAnswers } from '@/lib/door/intake/intake-draft'
import { readPost, seeOther } from '../../form-post'
import { draftSecret, noDraftCookie } from '../draft-cookie'
import { whoPage } from '../steps'

/** Forgets what was typed into the form, sent or not. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  await clearAnswers(await draftSecret())
  return seeOther(`${whoPage}?cleared=1`, noDraftCookie())
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(whoPage)
