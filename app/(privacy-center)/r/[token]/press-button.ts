import { visitCookies } from '@/lib/auth/requester'
import { carryOver } from '@/lib/door/requester/ended-visit'
import { pressLink } from '@/lib/door/requester/requester'
import { isSecure, readPost, seeOther } from '../../form-post'
import { ownPage, visitSecret } from '../../visit'

type Context = { params: Promise<{ token: string }> }
export type LinkHandler = (request: Request, context: Context) => Promise<Response>

export const linkPage = (token: string) => `/r/${encodeURIComponent(token)}`

/** One of the buttons on the page of a mailed link. Where the link is worth nothing any more, its page says so. */
export const button =
  (which: 'confirm' | 'disown' | 'continue'): LinkHandler =>
  async (request, { params }) => {
    const { token } = await params
    const post = await readPost(request)
    if ('refused' in post) return post.refused
    const entry = await pressLink(token, which, post.address, post.fields.get('press'))
    if (entry.kind === 'in') {
      await carryOver(await visitSecret(), entry.secret)
      return seeOther(ownPage, visitCookies(entry.secret, isSecure()))
    }
    if (entry.kind === 'closed') return seeOther('/r/disowned')
    if (entry.kind === 'confirmed') return seeOther('/r/confirmed')
    if (entry.kind === 'busy')
      return seeOther(`${linkPage(token)}?busy=${Math.ceil(entry.allowance.retryAfterSeconds / 60)}`)
    return seeOther(linkPage(token))
  }

/** Somebody went to the address of a button rather than to its page. */
export const backToLink: LinkHandler = async (_request, { params }) =>
  seeOther(linkPage((await params).token))
