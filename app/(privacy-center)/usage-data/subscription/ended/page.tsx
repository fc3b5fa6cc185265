import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'

export const metadata: Metadata = { title: 'No more news' }

/** After "Stop, and forget my address". */
export default function EndedPage() {
  return (
    <MessagePage title="You get no more of these emails">
      <p>Your address is forgotten. What changes is always here to read:</p>
      <p>
        <a href="/usage-data/changes" className="link">
          Changes of usage data
        </a>
      </p>
    </MessagePage>
  )
}
