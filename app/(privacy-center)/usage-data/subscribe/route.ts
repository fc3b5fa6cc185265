import { typedText } from '@/lib/core/intake/typed-text'
import { askForNews } from '@/lib/door/usage/subscribe'
import { readPost, seeOther } from '../../form-post'

const page = '/usage-data/changes'

/** Mails a link to confirm; the answer is the same whether the address is known already. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const asked = await askForNews(typedText(post.fields.get('email')), post.address)
  const said = asked.ok ? 'sent' : asked.because === 'no-address' ? 'address' : 'busy'
  return seeOther(`${page}?asked=${said}#subscribe`)
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(page)
