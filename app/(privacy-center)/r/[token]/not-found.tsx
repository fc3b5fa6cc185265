import type { Metadata } from 'next'
import { NewLink } from '@/components/public/new-link'

export const metadata: Metadata = { title: 'This link doesn’t work' }

/** One page for every link that leads nowhere: used, expired, revoked or never given out. */
export default function DeadLink() {
  return (
    <NewLink
      title="This link doesn’t work"
      lead="It may have been used already, be out of date, or have lost a letter on its way. If you have made a request, it is safe."
    />
  )
}
