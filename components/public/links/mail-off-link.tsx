import { MessagePage } from '@/components/privacy-center/message-page'
import { Button } from '@/components/ui/button'

/** A link of a mailbox whose owner said "I didn't ask for this": they may want mail again before the 7 days are over. */
export function MailOffLink({ token }: { token: string }) {
  return (
    <MessagePage title="We send you no email for now">
      <p>
        Somebody with this email chose “I didn’t ask for this” in the last 7 days. The request is closed, and
        nothing was changed or deleted.
      </p>
      <p>
        Do you want to make a request yourself? Then let us email this address again. Requests that still wait
        to be confirmed come in one email.
      </p>
      <form method="post" action={`/r/${encodeURIComponent(token)}/mail`}>
        <Button>Email this address again</Button>
      </form>
    </MessagePage>
  )
}
