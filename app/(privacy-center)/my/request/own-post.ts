import type { Visitor } from '@/lib/auth/requester'
import { keepOfEndedVisit } from '@/lib/door/requester/ended-visit'
import type { Sent } from '@/lib/door/requester/requester-messages'
import { readPost, seeOther } from '../../form-post'
import { currentVisit, newLinkPage, ownPage, visitSecret } from '../../visit'
import { typedInto, type What } from './typed-into'

type Act = (
  visit: { visitor: Visitor; secret: string },
  fields: URLSearchParams,
  press: string,
) => Promise<Sent | 'code-open' | 'code-wrong' | 'code-dead' | 'code-busy'>

/** Back to the page, which shows what came of a button. */
export const whatCame = (what: What, sent: Awaited<ReturnType<Act>>): Response =>
  sent === 'kept' ? seeOther(ownPage) : seeOther(`${ownPage}?done=${sent === 'sent' ? what : sent}`)

/** The visit ended while somebody was writing: what they wrote waits for the next one. */
export async function visitOver(what: What, fields: URLSearchParams): Promise<Response> {
  const words = typedInto(what, fields)
  const kept = await keepOfEndedVisit(await visitSecret(), words)
  return seeOther(kept ? `${newLinkPage}?kept=1` : newLinkPage)
}

/** A button on the person's own page: for the visitor only, and back to the page that shows what came of it. */
export const own =
  (what: What, act: Act) =>
  async (request: Request): Promise<Response> => {
    const post = await readPost(request)
    if ('refused' in post) return post.refused
    const visit = await currentVisit()
    if (!visit) return await visitOver(what, post.fields)
    return whatCame(what, await act(visit, post.fields, post.fields.get('press') ?? ''))
  }

/** Somebody went to the address of a button rather than to the page. */
export const toOwnPage = (): Response => seeOther(ownPage)
