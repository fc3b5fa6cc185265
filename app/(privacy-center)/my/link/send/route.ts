import { typedText } from '@/lib/core/intake/typed-text'
import { askForLink } from '@/lib/door/requester/requester'
import { readPost, seeOther } from '../../../form-post'
import { newLinkPage } from '../../../visit'

/** Mails a new link where reference and address belong together; the answer is the same where they don't. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const field = (name: string) => typedText(post.fields.get(name))
  const asked = { reference: field('reference'), email: field('email'), press: field('press') }
  const allowance = await askForLink(asked, post.address)
  return seeOther(`${newLinkPage}?asked=${allowance.ok ? 'sent' : 'busy'}`)
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(newLinkPage)
