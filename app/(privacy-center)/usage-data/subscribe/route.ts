import { typedText } from '@/lib/core/intake/typed-text'
import { forgetTyped, keepTyped } from '@/lib/door/intake/typed-form'
import { askForNews } from '@/lib/door/usage/subscribe'
import { readPost, seeOther } from '../../form-post'
import { newsCookie } from '../news-cookie'

const page = '/usage-data/changes'

/**
 * Mails a link to confirm; the answer is the same whether the address is known already. What can't be sent as it is, or now, is kept
 * for the next try, unless they want it cleared.
 */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const secret = newsCookie.secretIn(request.headers)
  const done = async (query: string) => {
    await forgetTyped(secret)
    return seeOther(`${page}${query}#subscribe`, newsCookie.untie())
  }
  if (post.fields.has('clear')) return await done('')
  const email = typedText(post.fields.get('email'))
  const asked = await askForNews(email, post.address)
  if (asked.ok) return await done('?asked=sent')
  const said = asked.because === 'no-address' ? 'address' : 'busy'
  const kept = await keepTyped(secret, { email }, post.address)
  return seeOther(`${page}?asked=${said}#subscribe`, kept ? newsCookie.tie(kept) : [])
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(page)
