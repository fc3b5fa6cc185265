import { allowFromNetwork } from '@/lib/door/answer/public-limits'
import { turnMailOn } from '@/lib/door/mail/waiting'
import { readPost, seeOther } from '../../../form-post'
import { backToLink, type LinkHandler, linkPage } from '../press-button'

/** The owner of a mailbox wants mail again after "I didn't ask for this". */
export const POST: LinkHandler = async (request, { params }) => {
  const { token } = await params
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const allowance = await allowFromNetwork(post.address)
  if (!allowance.ok) return seeOther(`${linkPage(token)}?busy=${Math.ceil(allowance.retryAfterSeconds / 60)}`)
  await turnMailOn(token)
  return seeOther('/r/mail-on')
}
export const GET = backToLink
