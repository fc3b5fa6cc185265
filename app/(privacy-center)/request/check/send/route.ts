import { actingIn } from '@/lib/core/intake/intake-form'
import { preferredLanguage } from '@/lib/core/intake/languages'
import { publicType, sendIntake } from '@/lib/door/intake/intake-draft'
import { readPost, seeOther } from '../../../form-post'
import { draftSecret } from '../../draft-cookie'
import { checkPage, detailsPage, sentPage, whatPage, whoPage } from '../../steps'

/** Sends the request: once, however often the button was pressed. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const sending = await sendIntake(
    await draftSecret(),
    post.address,
    preferredLanguage(request.headers.get('accept-language')),
    post.fields.get('seen') ?? undefined,
  )
  if (sending.kind === 'sent') return seeOther(sentPage)
  if (sending.kind === 'none') return seeOther(`${whoPage}?problem=lost`)
  if (sending.kind === 'changed')
    return seeOther(sending.sent ? `${sentPage}?again=other` : `${checkPage}?changed=1`)
  if (sending.kind === 'incomplete') {
    const type = await publicType(sending.answers.type)
    return seeOther(type ? detailsPage(type, actingIn(sending.answers)) : `${whatPage}&problem=type`)
  }
  return seeOther(`${checkPage}?busy=${Math.ceil(sending.allowance.retryAfterSeconds / 60)}`)
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(checkPage)
