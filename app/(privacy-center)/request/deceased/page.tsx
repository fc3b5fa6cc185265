import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { BackLink } from '@/components/public/back-link'
import { contactAddress } from '../contact'

export const metadata: Metadata = { title: 'Someone who has died' }

/** Not offered as a form yet, so people are told how to reach a person. No marketing tone, no exclamation marks. */
export default async function DeceasedPage() {
  const address = await contactAddress()
  return (
    <>
      <BackLink href="/request/new?who=deceased" />
      <MessagePage title="Someone who has died">
        <p>We are sorry for your loss.</p>
        <p>
          A form for this is not available yet. Please write to{' '}
          <a href={`mailto:${address}`} className="link break-all">
            {address}
          </a>
          . Somebody will read it and tell you what is needed.
        </p>
        <p>
          It helps to say which account it is, and how you are connected to the person. Please don’t send
          documents yet: we will tell you which ones, and a safe way to send them.
        </p>
        <p>
          A Designated Account Manager’s authority ends with the person’s death. An executor or a Designated
          Account Successor can act for the account.
        </p>
      </MessagePage>
    </>
  )
}
