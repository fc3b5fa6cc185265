import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'You have agreed' }

/** After “Yes, they may act for me”. */
export default function AgreedPage() {
  return (
    <MessagePage title="You have agreed">
      <p>
        We are continuing with the request. We will write to the person who acts for you, so you don’t need to
        do anything more.
      </p>
      <p>
        <ButtonLink href="/">Go to the start page</ButtonLink>
      </p>
    </MessagePage>
  )
}
