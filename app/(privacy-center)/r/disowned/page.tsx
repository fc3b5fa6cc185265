import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'The request is closed' }

/** After "I didn't ask for this". */
export default function DisownedPage() {
  return (
    <MessagePage title="The request is closed">
      <p>Nothing was changed and nothing was deleted. There is nothing else for you to do.</p>
      <p>
        For 7 days, we send no more mail of this kind to your address, even if somebody enters it in our form
        again. If you want to make a request yourself before then, open the link in our email once more: there
        you can let us write to you again.
      </p>
      <p>
        The person who did this needed only your email address. It doesn’t mean that they can get into your
        account.
      </p>
      <ButtonLink href="/">Go to the start page</ButtonLink>
    </MessagePage>
  )
}
