import { Button } from '@/components/ui/button'
import { exactTime } from '@/components/ui/date-labels'
import { TextArea } from '@/components/ui/form/text-field'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList } from '@/components/ui/summary-list'
import { zoneOf } from '@/lib/core/deadlines/days'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { whatWasAsked, wordsOf } from '@/lib/core/intake/fields-for'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { Consequences } from '../consequences'

interface SubjectLinkProps {
  /** The mailed link's secret, for the addresses of the buttons. */
  token: string
  /** Who asks is shown by address alone, so that a stranger can't put a text of their own before the reader. */
  request: Pick<PrivacyRequest, 'timeZone' | 'reference' | 'receivedAt' | 'requesterEmail'>
  type: RequestType | undefined
  /** The organisation’s, for somebody whose own isn’t known. */
  timeZone: string
  /** Why they object, where it could not be sent yet. */
  typed: string
}

/** Asks the person whether somebody may act for them: what was asked for, by whom, and what it would do. */
export function SubjectLink({ token, request, type, timeZone, typed }: SubjectLinkProps) {
  const words = type && wordsOf(type, 'self')
  return (
    <>
      <PageHeading
        title="May they act for you?"
        lead="Somebody asked us for this and says that they act for you. Nothing is done before you agree."
      />
      <SummaryList
        rows={[
          { label: 'What was asked for', value: whatWasAsked(type) },
          { label: 'Who asked', value: request.requesterEmail },
          { label: 'Asked on', value: exactTime(request.receivedAt, zoneOf(request, timeZone)) },
          { label: 'Reference', value: request.reference },
        ]}
      />
      <div className="mt-8 flex flex-col items-stretch gap-8">
        <Consequences title="If you agree" sentences={words?.destroys ?? []} />
        <form method="post" action={`/r/${token}/agree`}>
          <Button tone="primary">Yes, they may act for me</Button>
          <p className="mt-2 max-w-measure text-ink-soft">
            We then continue with the request, and write to the person who asked.
          </p>
        </form>
        <form method="post" action={`/r/${token}/object`} noValidate className="flex flex-col gap-6">
          <TextArea
            name="text"
            label="If you object: why?"
            required={false}
            rows={3}
            autoComplete="off"
            defaultValue={typed}
          />
          <p>
            <Button tone="danger">No, I object</Button>
          </p>
          <p className="max-w-measure text-ink-soft">
            We then stop at once, and a person in our privacy team looks at it. This link works once.
          </p>
        </form>
      </div>
    </>
  )
}
