import type { Visitor } from '@/lib/auth/requester'
import type { Sent } from '@/lib/door/requester/requester-messages'
import { readPost, seeOther } from '../../form-post'
import { currentVisit, newLinkPage, ownPage } from '../../visit'

type What =
  | 'answers'
  | 'unknown'
  | 'reply'
  | 'withdraw'
  | 'contact'
  | 'help'
  | 'documents'
  | 'clarification'
  | 'appeal'
  | 'complaint'
  | 'code'
type Act = (
  visit: { visitor: Visitor; secret: string },
  fields: URLSearchParams,
  press: string,
) => Promise<Sent | 'code-open' | 'code-wrong' | 'code-dead' | 'code-busy'>

/** Back to the page, which shows what came of a button. */
export const whatCame = (what: What, sent: Awaited<ReturnType<Act>>): Response =>
  sent === 'kept' ? seeOther(ownPage) : seeOther(`${ownPage}?done=${sent === 'sent' ? what : sent}`)

/** A button on the person's own page: for the visitor only, and back to the page that shows what came of it. */
export const own =
  (what: What, act: Act) =>
  async (request: Request): Promise<Response> => {
    const post = await readPost(request)
    if ('refused' in post) return post.refused
    const visit = await currentVisit()
    if (!visit) return seeOther(newLinkPage)
    return whatCame(what, await act(visit, post.fields, post.fields.get('press') ?? ''))
  }

/** Somebody went to the address of a button rather than to the page. */
export const toOwnPage = (): Response => seeOther(ownPage)
