import { DateText } from '@/components/ui/date-text'
import { SummaryList } from '@/components/ui/summary-list'
import type { OwnerPermission as Permission } from '@/lib/core/request/proceedings'
import { Panel } from './panel'

const consents = { yes: 'Yes, ask them', no: 'No, don’t ask them' } as const

/** What the person wants, and what the organisation's owner decided, each with its ticket. */
export function OwnerPermission({
  permission,
  now,
  timeZone,
}: {
  permission: Permission
  now: Date
  timeZone: string
}) {
  const when = (at: Date | null) => at && <DateText at={at} now={now} timeZone={timeZone} as="exact" />
  const { askedAt, consent, consentAt, contactedAt, contactTicket, granted, decidedAt, decisionTicket } =
    permission
  return (
    <Panel id="permission" title="The owner’s permission">
      <SummaryList
        rows={[
          { label: 'The person was asked', value: when(askedAt) },
          {
            label: 'May we contact their administrator?',
            value: consent && (
              <>
                {consents[consent]}, {when(consentAt)}
              </>
            ),
          },
          {
            label: 'The owner was contacted',
            value: contactedAt && (
              <>
                {when(contactedAt)} <Ticket to={contactTicket} />
              </>
            ),
          },
          {
            label: 'Decision',
            value: granted !== null && (
              <>
                {granted ? 'Granted' : 'Refused'}, {when(decidedAt)} <Ticket to={decisionTicket} />
              </>
            ),
          },
        ].map(row => ({ ...row, value: row.value || null }))}
        empty="Not yet"
      />
    </Panel>
  )
}

function Ticket({ to }: { to: string | null }) {
  if (!to) return null
  return (
    <a href={to} target="_blank" rel="noreferrer noopener" className="link break-all">
      <bdi>{to}</bdi>
    </a>
  )
}
