import { Button } from '@/components/ui/button'
import { exactTime } from '@/components/ui/date-labels'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList } from '@/components/ui/summary-list'
import { zoneOf } from '@/lib/core/deadlines/days'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { wordsOf } from '@/lib/core/intake/fields-for'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { Consequences } from '../consequences'

interface ConfirmLinkProps {
  /** The mailed link's secret, for the addresses of the two buttons. */
  token: string
  /** Shows the address and the username only, so that a stranger can't put a text of their own before the reader. */
  request: Pick<
    PrivacyRequest,
    'timeZone' | 'reference' | 'email' | 'username' | 'receivedAt' | 'actingAs' | 'keepOptOut'
  >
  type: RequestType | undefined
  /** The organisation’s, for somebody whose own isn’t known. */
  timeZone: string
  /** Tells one press of the button from the next. */
  press: string
}

/** What comes between the confirmation and the work, for this type. */
function afterwards(type: RequestType | undefined, forAnother: boolean): string {
  const before = type?.processingAs.before ?? 'first'
  if (forAnother) return `Our privacy team then reads your documents ${before}.`
  if (!type?.looksUp) return 'We then begin, and tell you when it is done.'
  return `We then check that the account is yours ${before}.`
}

const usual = {
  title: 'Did you ask for this?',
  lead: 'Nothing has happened yet. Please look at it, then choose below.',
  no: 'I didn’t ask for this',
}
/** Gentler where somebody has died. */
const bereaved = {
  title: 'Please confirm your request',
  lead: 'We are sorry for your loss. Nothing has happened yet. Please look at what you asked for, then choose below.',
  no: 'This request isn’t mine',
}

/** Asks the mailbox's owner whether it was them: what will be deleted, for whom, when it was asked. */
export function ConfirmLink({ token, request, type, timeZone, press }: ConfirmLinkProps) {
  const { reference, email, username, receivedAt, actingAs, keepOptOut } = request
  const words = type && wordsOf(type, actingAs)
  const said = type?.about === 'deceased' ? bereaved : usual
  const forAnother = type?.about === 'deceased' || actingAs !== 'self'
  return (
    <>
      <PageHeading title={said.title} lead={said.lead} />
      <SummaryList
        rows={[
          { label: 'What was asked for', value: words?.publicTitle ?? 'A privacy request' },
          { label: forAnother ? 'Email address for the account' : 'Email address', value: email },
          ...(username ? [{ label: forAnother ? 'Their username' : 'Username', value: username }] : []),
          ...(keepOptOut ? [{ label: 'Also asked for', value: 'No more marketing to this address' }] : []),
          { label: 'Asked on', value: exactTime(receivedAt, zoneOf(request, timeZone)) },
          { label: 'Reference', value: reference },
        ]}
      />
      <div className="mt-8 flex flex-col items-stretch gap-8">
        <Consequences title="If you confirm" sentences={words?.destroys ?? []} />
        <form method="post" action={`/r/${token}/confirm`}>
          <input type="hidden" name="press" value={press} />
          <Button tone="primary">Confirm my request</Button>
          <p className="mt-2 max-w-measure text-ink-soft">{afterwards(type, forAnother)}</p>
        </form>
        <form method="post" action={`/r/${token}/disown`}>
          <Button>{said.no}</Button>
          <p className="mt-2 max-w-measure text-ink-soft">
            We then close it, and nothing is changed. For 7 days we also send no more mail like this to your
            address.
          </p>
        </form>
      </div>
    </>
  )
}
