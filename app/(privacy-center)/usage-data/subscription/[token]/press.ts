import { allowFromNetwork } from '@/lib/door/answer/public-limits'
import { pressSubscription } from '@/lib/door/usage/subscribe'
import { fromElsewhere, readPost, seeOther } from '../../../form-post'

type Context = { params: Promise<{ token: string }> }
export type SubscriptionHandler = (request: Request, context: Context) => Promise<Response>

const pageOf = (token: string) => `/usage-data/subscription/${encodeURIComponent(token)}`

/** One of the buttons on the page of a subscriber's link. */
export const button =
  (which: 'confirm' | 'unsubscribe'): SubscriptionHandler =>
  async (request, { params }) => {
    const { token } = await params
    const post = await readPost(request)
    if ('refused' in post) return post.refused
    const allowance = await allowFromNetwork(post.address)
    if (!allowance.ok) return seeOther(`${pageOf(token)}?busy=1`)
    await pressSubscription(token, which)
    return seeOther(which === 'confirm' ? `${pageOf(token)}?confirmed=1` : '/usage-data/subscription/ended')
  }

/**
 * The POST by which a mail program takes its reader off (RFC 8058). It comes from no page and brings no cookie: the secret in
 * the address is all that it needs, and nobody who wants to leave is told to wait.
 * @returns null for any other POST
 */
async function oneClick(request: Request, token: string): Promise<Response | null> {
  const said = await request.formData().catch(() => null)
  if (said?.get('List-Unsubscribe') !== 'One-Click') return null
  await pressSubscription(token, 'unsubscribe')
  // Mail programs follow no redirect; a link that leads nowhere (any more) has come to the same.
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return new Response('You get no more of these emails.\n', { headers })
}

/** The button that ends a subscription, for people and for their mail programs. */
export const leaveButton: SubscriptionHandler = async (request, context) => {
  const elsewhere = fromElsewhere(request)
  if (!elsewhere) return await button('unsubscribe')(request, context)
  return (await oneClick(request, (await context.params).token)) ?? elsewhere
}

/** Somebody went to the address of a button rather than to its page. */
export const backToPage: SubscriptionHandler = async (_request, { params }) =>
  seeOther(pageOf((await params).token))
