import { typedText } from '@/lib/core/intake/typed-text'
import { pressObjection } from '@/lib/door/requester/account-links'
import { readPost, seeOther } from '../../../form-post'
import { backToLink, type LinkHandler, linkPage } from '../press-button'

/** Somebody who reads a mailbox of the account objects. It gives them access to nothing. */
export const POST: LinkHandler = async (request, { params }) => {
  const { token } = await params
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const pressed = await pressObjection(token, typedText(post.fields.get('text')), post.address)
  if (pressed.kind === 'done') return seeOther('/r/objected')
  if (pressed.kind === 'no-link') return seeOther(linkPage(token))
  return seeOther(`${linkPage(token)}?busy=${Math.ceil(pressed.allowance.retryAfterSeconds / 60)}`)
}
export const GET = backToLink
