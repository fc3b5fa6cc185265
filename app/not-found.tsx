import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { PrivacyCenterShell } from '@/components/privacy-center/shell'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Page not found' }

/** Any address that leads nowhere. */
export default function NotFound() {
  return (
    <PrivacyCenterShell>
      <MessagePage title="We can’t find that page">
        <p>
          The address may be mistyped, or the link may have been cut in two by a mail program. Nothing that
          you sent us is affected.
        </p>
        <p>If you followed a link from one of our emails, open the newest one and copy the whole link.</p>
        <ButtonLink href="/">Go to the start page</ButtonLink>
      </MessagePage>
    </PrivacyCenterShell>
  )
}
