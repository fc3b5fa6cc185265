import { allowFromNetwork } from '@/lib/door/public-limits'
import { pressSubscription } from '@/lib/door/usage/subscribe'
import { readPost, seeOther } from '../../../form-post'

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

/** Somebody went to the address of a button rather than to its page. */
export const backToPage: SubscriptionHandler = async (_request, { params }) =>
  seeOther(pageOf((await params).token))
