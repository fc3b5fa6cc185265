import { forgetTyped } from '@/lib/door/intake/typed-form'
import { readPost, seeOther } from '../../form-post'
import { complainPage, complaintSecret, noComplaintCookie } from '../complaint-cookie'

/** Forgets what was typed into the form. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  await forgetTyped(await complaintSecret())
  return seeOther(complainPage, noComplaintCookie())
}

/** Somebody went to the address of the button rather than to its page. */
export const GET = (): Response => seeOther(complainPage)
