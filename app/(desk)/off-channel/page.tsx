import type { Metadata } from 'next'
import Link from 'next/link'
import { type Query, single } from '@/app/query'
import { OffChannelForm } from '@/components/desk/off-channel-form'
import { DeskButtonLink } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { answerOf, channels, offChannelRules } from '@/lib/core/off-channel/off-channel'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listOffChannel } from '@/lib/store/request/off-channel'
import { logAction } from './actions'
import { askChoices, channelName } from './labels'

export const metadata: Metadata = { title: 'Off-channel' }

/** What arrives other than through the Privacy Center: logged, answered by the handbook, counted. */
export default async function OffChannelPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/off-channel', 'log-off-channel')
  const { items, next } = await listOffChannel(actor, single((await searchParams).after))
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <>
      <PageHeading
        title="Off-channel"
        lead="Requests are handled only from the Privacy Center. Log what arrives another way, and get the right answer to it."
      />
      <OffChannelForm
        action={logAction}
        channels={channels.map(value => ({ value, label: channelName[value] }))}
        asks={askChoices}
        commandId={crypto.randomUUID()}
      />
      <h2 className="mt-6 mb-2 text-lg">Logged</h2>
      {items.length === 0 ? (
        <EmptyState icon="mailbox" title="Nothing is logged yet">
          Tickets, mails, letters and forum posts that ask for something would be listed here, the newest
          first.
        </EmptyState>
      ) : (
        <Table
          caption="What arrived off-channel"
          head={
            <>
              <Th sort="descending">When</Th>
              <Th>How</Th>
              <Th>Asks for</Th>
              <Th>Answer</Th>
              <Th>Ticket</Th>
              <Th>Request</Th>
              <Th>Who</Th>
            </>
          }
        >
          {items.map(row => (
            <Tr key={row.id}>
              <Td className="whitespace-nowrap">
                <Link href={`/off-channel/${row.id}`} prefetch={false} data-row-link="" className="link">
                  <DateText at={row.at} now={now} timeZone={timeZone} />
                </Link>
              </Td>
              <Td>{channelName[row.channel]}</Td>
              <Td>{offChannelRules.get(row.asksFor)?.title ?? row.asksFor}</Td>
              <Td>{answerOf(row.asksFor, row.answer)?.label ?? row.answer}</Td>
              <Td>
                <Chip meaning={row.solved ? 'done' : 'neutral'}>{row.solved ? 'Solved' : 'Kept'}</Chip>
              </Td>
              <Td>
                {row.reference && (
                  <Link
                    href={`/requests/${row.reference}/details`}
                    prefetch={false}
                    className="link tabular-nums"
                  >
                    {row.reference}
                  </Link>
                )}
              </Td>
              <Td>
                <bdi>{row.loggedBy}</bdi>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
      {next && (
        <p className="mt-3">
          <DeskButtonLink href={`/off-channel?after=${next}`} rel="next">
            Older
          </DeskButtonLink>
        </p>
      )}
    </>
  )
}
