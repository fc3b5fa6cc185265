import { answersFrom, offeredType, problemsOf } from '@/lib/core/intake-form'
import { keepAnswers } from '@/lib/door/intake-draft'
import { readPost, seeOther } from '../../../form-post'
import { draftCookie, draftSecret } from '../../draft-cookie'
import { checkPage, detailsPage, whatPage } from '../../steps'

/** Keeps what was typed, right or wrong, and goes on to checking it or back to what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const type = offeredType(post.fields.get('type'))
  if (!type) return seeOther(`${whatPage}&problem=type`)
  const answers = answersFrom(type, name => post.fields.get(name))
  const secret = await keepAnswers(await draftSecret(), answers)
  const next = problemsOf(type, answers).length > 0 ? detailsPage(type.key) : checkPage
  return seeOther(next, [draftCookie(secret)])
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(whatPage)
