import type { Visitor } from '@/lib/auth/requester'
import type { Sent } from '@/lib/door/requester-words'
import { readPost, seeOther } from '../../form-post'
import { currentVisit, newLinkPage, ownPage } from '../../visit'

type Act = (
  visit: { visitor: Visitor; secret: string },
  fields: URLSearchParams,
  press: string,
) => Promise<Sent>

/** A button on the person's own page: for the visitor only, and back to the page that shows what came of it. */
export const own =
  (what: 'answers' | 'reply' | 'withdraw', act: Act) =>
  async (request: Request): Promise<Response> => {
    const post = await readPost(request)
    if ('refused' in post) return post.refused
    const visit = await currentVisit()
    if (!visit) return seeOther(newLinkPage)
    const sent = await act(visit, post.fields, post.fields.get('press') ?? '')
    if (sent === 'kept') return seeOther(ownPage)
    return seeOther(`${ownPage}?done=${sent === 'sent' ? what : sent}`)
  }

/** Somebody went to the address of a button rather than to the page. */
export const toOwnPage = (): Response => seeOther(ownPage)
