import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NewLink } from '@/components/public/links/new-link'
import { visitorOf } from '@/lib/door/requester/requester'
import { ownPage, visitSecret } from '../../visit'

export const metadata: Metadata = { title: 'Your request is confirmed' }

/** After a second press of Confirm, in a browser that the first press let in or that it didn't. */
export default async function ConfirmedPage() {
  if (await visitorOf(await visitSecret())) redirect(ownPage)
  return (
    <NewLink
      title="Your request is confirmed"
      lead="You don’t need to do anything else now. To see how far it has got, ask for a new link."
    />
  )
}
