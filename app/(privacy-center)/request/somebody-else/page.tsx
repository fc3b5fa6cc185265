import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { BackLink } from '@/components/public/back-link'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Somebody else' }

/** Only the person themselves can ask; this says how to help them. */
export default function SomebodyElsePage() {
  return (
    <>
      <BackLink href="/request/new?who=other" />
      <MessagePage title="Only they can ask">
        <p>
          This protects everybody: nobody can have another person’s data deleted. So the request has to come
          from the person it is about, and be confirmed from their own mailbox.
        </p>
        <h2 className="mt-4 text-xl">How you can help them</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5 marker:text-line-strong">
          <li className="ps-1">Sit with them while they fill in the form. It takes about three minutes.</li>
          <li className="ps-1">They need the email address and the username of their account.</li>
          <li className="ps-1">They then open the email that we send them, and confirm.</li>
        </ul>
        <ButtonLink href="/request/new?who=me">Start the form together with them</ButtonLink>
      </MessagePage>
    </>
  )
}
