import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Your objection has arrived' }

/** After "I object". */
export default function ObjectedPage() {
  return (
    <MessagePage title="Your objection has arrived">
      <p>The request is stopped. Nothing is deleted until a person in our privacy team has looked at it.</p>
      <p>
        The person who asked is not told that you wrote, nor what. If our privacy team needs to know more,
        they write to you.
      </p>
      <ButtonLink href="/">Go to the start page</ButtonLink>
    </MessagePage>
  )
}
