import { actingIn, answersFrom, problemsOf } from '@/lib/core/intake/intake-form'
import { keepForm, publicType } from '@/lib/door/intake/intake-draft'
import { readPost, seeOther, tooBusy } from '../../../form-post'
import { draftCookie, draftSecret } from '../../draft-cookie'
import { afterDetails, detailsPage, whatPage } from '../../steps'

/** Keeps what was typed, valid or not, and continues, or returns to what is invalid. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const type = await publicType(post.fields.get('type'))
  if (!type) return seeOther(`${whatPage}&problem=type`)
  const answers = answersFrom(type, name => post.fields.get(name))
  const acting = actingIn(answers)
  const kept = await keepForm(await draftSecret(), answers, post.address)
  if (!kept.ok) return tooBusy(kept.busy)
  const next = problemsOf(type, answers).length > 0 ? detailsPage(type, acting) : afterDetails(type, acting)
  return seeOther(next, draftCookie(kept.secret))
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(whatPage)
