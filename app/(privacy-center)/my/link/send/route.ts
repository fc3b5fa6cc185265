import { typedText } from '@/lib/core/intake/typed-text'
import { forgetTyped, keepTyped } from '@/lib/door/intake/typed-form'
import { askForLink } from '@/lib/door/requester/requester'
import { readPost, seeOther } from '../../../form-post'
import { newLinkPage } from '../../../visit'
import { linkCookie } from '../link-cookie'

/**
 * Mails a new link where reference and address belong together; the answer is the same where they don't. What can't be sent now is
 * kept for the next try, unless they want it cleared.
 */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const secret = linkCookie.secretIn(request.headers)
  const done = async (page: string) => {
    await forgetTyped(secret)
    return seeOther(page, linkCookie.untie())
  }
  if (post.fields.has('clear')) return await done(newLinkPage)
  const field = (name: string) => typedText(post.fields.get(name))
  const typed = { reference: field('reference'), email: field('email') }
  const allowance = await askForLink({ ...typed, press: field('press') }, post.address)
  if (allowance.ok) return await done(`${newLinkPage}?asked=sent`)
  const kept = await keepTyped(secret, typed, post.address)
  return seeOther(`${newLinkPage}?asked=busy`, kept ? linkCookie.tie(kept) : [])
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(newLinkPage)
