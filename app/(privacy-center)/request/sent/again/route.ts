import { resendConfirmation } from '@/lib/door/intake/intake-draft'
import { readPost, seeOther } from '../../../form-post'
import { draftSecret } from '../../draft-cookie'
import { sentPage } from '../../steps'

/** Mails the link again, if there is anything to confirm; the answer is the same either way. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const press = post.fields.get('press') ?? ''
  const allowance = await resendConfirmation(await draftSecret(), press, post.address)
  return seeOther(`${sentPage}?again=${allowance.ok ? 'sent' : 'busy'}`)
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(sentPage)
