import type { Metadata } from 'next'
import { type Query, single } from '@/app/query'
import { MessagePage } from '@/components/privacy-center/message-page'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { answerWith } from '@/lib/answer-status'
import { viewSubscription } from '@/lib/door/usage/subscribe'

export const metadata: Metadata = { title: 'News about usage data' }

interface Props {
  params: Promise<{ token: string }>
  searchParams: Query
}

/** The page of a subscriber's link. Looking at it changes nothing; only its button does. */
export default async function SubscriptionPage({ params, searchParams }: Props) {
  const { token } = await params
  const query = await searchParams
  const shows = await viewSubscription(token)
  if (!shows) return <Gone />
  const action = `/usage-data/subscription/${token}/${shows}`
  return (
    <>
      {single(query.busy) && (
        <div className="mb-8">
          <Notice kind="warning" live title="Not done yet: too much is coming from your network">
            <p>Please try again in a few minutes.</p>
          </Notice>
        </div>
      )}
      {single(query.confirmed) && shows === 'unsubscribe' && (
        <div className="mb-8">
          <Notice kind="success" live title="Your address is confirmed">
            <p>We write to it when something changes about usage data, and for nothing else.</p>
          </Notice>
        </div>
      )}
      <MessagePage
        title={shows === 'confirm' ? 'Do you want news about usage data?' : 'News about usage data by email'}
      >
        <p>
          {shows === 'confirm'
            ? 'We then write to this address whenever something changes about the usage data that we collect. It is used for nothing else.'
            : 'This address is told of changes. Every such email has a link to this page.'}
        </p>
        <form method="post" action={action}>
          <Button tone={shows === 'confirm' ? 'primary' : 'secondary'}>
            {shows === 'confirm' ? 'Yes, write to me' : 'Stop, and forget my address'}
          </Button>
        </form>
        <p>
          <a href="/usage-data/changes" className="link">
            Read the changes
          </a>
        </p>
      </MessagePage>
    </>
  )
}

/** One page and one status for every link that leads nowhere. */
function Gone() {
  answerWith(404)
  return (
    <MessagePage title="This link doesn’t work">
      <p>
        It may have lost a letter on its way, or the address isn’t subscribed any more. Nothing is sent to an
        address that isn’t.
      </p>
      <p>
        <a href="/usage-data/changes#subscribe" className="link">
          Subscribe to changes
        </a>
      </p>
    </MessagePage>
  )
}
