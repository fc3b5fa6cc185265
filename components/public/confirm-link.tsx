import { Button } from '@/components/ui/button'
import { exactTime } from '@/components/ui/date-labels'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList } from '@/components/ui/summary-list'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { Consequences } from './consequences'

interface ConfirmLinkProps {
  /** The mailed link's secret, for the addresses of the two buttons. */
  token: string
  /** Shows the address and the username only, so that a stranger can't put a text of their own before the reader. */
  request: Pick<PrivacyRequest, 'reference' | 'email' | 'username' | 'receivedAt'>
  type: RequestType | undefined
  timeZone: string
  /** Tells one press of the button from the next. */
  press: string
}

/** What comes between the confirmation and the work, for this type. */
function afterwards(type: RequestType | undefined): string {
  if (!type?.looksUp) return 'We then begin, and tell you when it is done.'
  const { before } = type.processingAs
  return type.about === 'deceased'
    ? `Our privacy team then reads your documents ${before}.`
    : `We then check that the account is yours ${before}.`
}

/** Asks the mailbox's owner whether it was them: what will be deleted, for whom, when it was asked. */
export function ConfirmLink({ token, request, type, timeZone, press }: ConfirmLinkProps) {
  const { reference, email, username, receivedAt } = request
  return (
    <>
      <PageHeading
        title="Did you ask for this?"
        lead="Nothing has happened yet. Please look at it, then choose below."
      />
      <SummaryList
        rows={[
          { label: 'What was asked for', value: type?.publicTitle ?? 'A privacy request' },
          { label: 'Email address', value: email },
          ...(username ? [{ label: 'Username', value: username }] : []),
          { label: 'Asked on', value: exactTime(receivedAt, timeZone) },
          { label: 'Reference', value: reference },
        ]}
      />
      <div className="mt-8 flex flex-col items-stretch gap-8">
        <Consequences title="If you confirm" sentences={type?.destroys ?? []} />
        <form method="post" action={`/r/${token}/confirm`}>
          <input type="hidden" name="press" value={press} />
          <Button tone="primary">Confirm my request</Button>
          <p className="mt-2 max-w-measure text-ink-soft">{afterwards(type)}</p>
        </form>
        <form method="post" action={`/r/${token}/disown`}>
          <Button>I didn’t ask for this</Button>
          <p className="mt-2 max-w-measure text-ink-soft">
            We then close it, and nothing is changed. For 7 days we also send no more mail like this to your
            address.
          </p>
        </form>
      </div>
    </>
  )
}
