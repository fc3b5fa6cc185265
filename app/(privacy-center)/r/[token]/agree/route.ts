import { pressAgreement } from '@/lib/door/requester/account-links'
import { readPost, seeOther } from '../../../form-post'
import { backToLink, type LinkHandler, linkPage } from '../press-button'

/** The person agrees that somebody acts for them. It gives them access to nothing. */
export const POST: LinkHandler = async (request, { params }) => {
  const { token } = await params
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const pressed = await pressAgreement(token, post.address)
  if (pressed.kind === 'done') return seeOther('/r/agreed')
  if (pressed.kind === 'no-link') return seeOther(linkPage(token))
  return seeOther(`${linkPage(token)}?busy=${Math.ceil(pressed.allowance.retryAfterSeconds / 60)}`)
}
export const GET = backToLink
