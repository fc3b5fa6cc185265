import Link from 'next/link'
import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import type { Authority as AuthorityRecord } from '@/lib/core/request/proceedings'
import { FileList, type ShownFile } from './file-list'
import { Panel } from './panel'

interface AuthorityProps {
  authority: AuthorityRecord
  /** The proofs, for Privacy only; null for everybody else. */
  proofs: readonly ShownFile[] | null
  /** References of other requests that came with the same proofs; none for everybody but Privacy. */
  seenBefore: readonly string[]
  decidedBy: string | null
  now: Date
  timeZone: string
}

const results = { valid: 'Validated', rejected: 'Not established' } as const

/** Whether the requester may act for somebody else: what was asked for, what came, what Privacy decided. */
export function Authority({ authority, proofs, seenBefore, decidedBy, now, timeZone }: AuthorityProps) {
  const when = (at: Date | null) => at && <DateText at={at} now={now} timeZone={timeZone} as="exact" />
  const { openedAt, documentsAskedAt, documentsGivenAt, result, decidedAt, reminders } = authority
  const { confirmationAskedAt, confirmedAt } = authority
  return (
    <Panel id="authority" title="Authority to act" aside={result ? results[result] : 'Privacy validates it'}>
      <SummaryList
        rows={[
          { label: 'Waits since', value: when(openedAt) },
          { label: 'Documents asked for', value: when(documentsAskedAt) },
          { label: 'Documents came', value: when(documentsGivenAt) },
          {
            label: 'Decided',
            value: decidedAt && (
              <>
                {when(decidedAt)}
                {decidedBy && (
                  <>
                    {' by '}
                    <bdi>{decidedBy}</bdi>
                  </>
                )}
              </>
            ),
          },
          ...(confirmationAskedAt
            ? [
                { label: 'The person was asked to confirm', value: when(confirmationAskedAt) },
                { label: 'The person confirmed', value: when(confirmedAt) },
              ]
            : []),
          ...(reminders > 0 && !result
            ? [{ label: 'Privacy was reminded', value: `${reminders} times` }]
            : []),
        ]}
        empty="Not yet"
      />
      <h3 className="mt-3 mb-1 font-semibold">Proofs</h3>
      {seenBefore.length > 0 && (
        <div className="mb-2">
          <Notice kind="warning" title="The same papers came with another request.">
            <ul>
              {seenBefore.map(reference => (
                <li key={reference}>
                  <Link href={`/requests/${reference}/details`} prefetch={false} className="link">
                    {reference}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {proofs ? (
        <FileList files={proofs} empty="No proof was uploaded." now={now} timeZone={timeZone} />
      ) : (
        <p className="text-ink-soft">Identity proofs are seen by Privacy only.</p>
      )}
    </Panel>
  )
}
