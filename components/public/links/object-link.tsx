import { Button } from '@/components/ui/button'
import { exactTime } from '@/components/ui/date-labels'
import { TextArea } from '@/components/ui/form/text-field'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList } from '@/components/ui/summary-list'
import { zoneOf } from '@/lib/core/deadlines/days'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { whatWasAsked } from '@/lib/core/intake/fields-for'
import type { PrivacyRequest } from '@/lib/core/request/request'

interface ObjectLinkProps {
  /** The mailed link's secret, for the address of the button. */
  token: string
  /** What was asked and when. The mailbox's reader isn't shown who asked or what they wrote. */
  request: Pick<PrivacyRequest, 'timeZone' | 'reference' | 'receivedAt'>
  type: RequestType | undefined
  /** The organisation’s, for somebody whose own isn’t known. */
  timeZone: string
  /** Why they object, where it could not be sent yet. */
  typed: string
}

/** Lets somebody who reads a mailbox of the account stop what is asked in its owner's name. */
export function ObjectLink({ token, request, type, timeZone, typed }: ObjectLinkProps) {
  return (
    <>
      <PageHeading
        title="Do you object to this?"
        lead="Somebody asked us for this, about an account that this email address belongs to."
      />
      <SummaryList
        rows={[
          { label: 'What was asked for', value: whatWasAsked(type) },
          { label: 'Asked on', value: exactTime(request.receivedAt, zoneOf(request, timeZone)) },
          { label: 'Reference', value: request.reference },
        ]}
      />
      <form
        method="post"
        action={`/r/${token}/object`}
        noValidate
        className="mt-8 flex flex-col items-stretch gap-6"
      >
        <p className="max-w-measure">
          If this should not happen, for example because the account is yours, please say so here. We then
          stop at once, and a person in our privacy team looks at it before anything is deleted.
        </p>
        <TextArea
          name="text"
          label="Why do you object?"
          required={false}
          rows={3}
          autoComplete="off"
          defaultValue={typed}
        />
        <p>
          <Button tone="danger">I object</Button>
        </p>
        <p className="max-w-measure text-ink-soft">
          If you agree with the request, you don’t need to do anything. This link works once.
        </p>
      </form>
    </>
  )
}
