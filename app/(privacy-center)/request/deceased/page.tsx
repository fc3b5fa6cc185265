import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { BackLink } from '@/components/public/back-link'
import { ButtonLink } from '@/components/ui/button'
import { offeredTypes } from '@/lib/core/intake/intake-form'
import { readSetting } from '@/lib/store/settings/settings'
import { contactAddress } from '../contact'
import { detailsPage } from '../steps'

export const metadata: Metadata = { title: 'Someone who has died' }

const list = 'flex list-disc flex-col gap-2 ps-5 marker:text-line-strong'

/** Before the form: who can ask, what helps to have at hand, what happens. No marketing tone, no exclamation marks. */
export default async function DeceasedPage() {
  const address = await contactAddress()
  const [type] = offeredTypes(await readSetting('unpublished'), 'deceased')
  const mail = (
    <a href={`mailto:${address}`} className="link break-all">
      {address}
    </a>
  )
  return (
    <>
      <BackLink href="/request/new?who=deceased" />
      <MessagePage title="Someone who has died">
        <p>We are sorry for your loss.</p>
        {type ? (
          <p>
            You can ask us to delete the account of someone who has died. A person in our privacy team reads
            every one of these requests.
          </p>
        ) : (
          <p>
            There is no form for this at the moment. Please write to {mail}. Somebody will read it and tell
            you what is needed, and a safe way to send documents.
          </p>
        )}
        <h2 className="mt-4 text-xl">Who can ask</h2>
        <ul className={list}>
          <li className="ps-1">
            An authorised agent, for example the executor of the estate or somebody whom a court has
            appointed.
          </li>
          <li className="ps-1">A Designated Account Successor, whom the person named on their account.</li>
        </ul>
        <p>
          A Designated Account Manager’s authority ends with the person’s death. If that is you, please let
          one of the people above ask.
        </p>
        {type && (
          <>
            <h2 className="mt-4 text-xl">What helps to have at hand</h2>
            <ul className={list}>
              <li className="ps-1">Their username, and an email address of the account if you know one.</li>
              <li className="ps-1">A proof of the death, such as a certificate, as a file or a photo.</li>
              <li className="ps-1">A proof that you may act, such as a will or a letter from the court.</li>
            </ul>
            <p>
              If you don’t have the documents now, you can send the form without them. We then ask you for
              them later, and there is no hurry.
            </p>
            <p className="mt-2">
              <ButtonLink href={detailsPage(type, 'self')} tone="primary">
                Continue
              </ButtonLink>
            </p>
            <p className="text-ink-soft">If you would rather write to a person, the address is {mail}.</p>
          </>
        )}
      </MessagePage>
    </>
  )
}
