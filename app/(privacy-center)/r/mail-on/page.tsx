import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'We can email you again' }

/** After somebody let us email their address again. */
export default function MailOnPage() {
  return (
    <MessagePage title="We can email you again">
      <p>If requests with your address still wait to be confirmed, you get one email with their links.</p>
      <ButtonLink href="/">Go to the start page</ButtonLink>
    </MessagePage>
  )
}
