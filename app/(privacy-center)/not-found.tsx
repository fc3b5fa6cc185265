import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Link not valid' }

/** A public page that exists, for something that doesn't, or no longer: a used or outdated link. */
export default function PublicNotFound() {
  return (
    <MessagePage title="This link doesn’t work">
      <p>
        It may have been used already, or be out of date. If you have made a request, it is safe, and we are
        continuing with it.
      </p>
      <p>Open the link in the newest email from us, or start again.</p>
      <ButtonLink href="/">Go to the start page</ButtonLink>
    </MessagePage>
  )
}
