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
import { Tabs } from '@/components/ui/tabs'
import { systemClock } from '@/lib/clock'
import { daysBetween } from '@/lib/core/deadlines/days'
import { regionsWithLaws } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { regionGroups } from '@/lib/core/deadlines/region-names'
import { destinations } from '@/lib/core/handbook/portability'
import { answerOf, askedTitle } from '@/lib/core/off-channel/answers'
import { loggedChannels } from '@/lib/core/off-channel/off-channel'
import { entryStates } from '@/lib/core/off-channel/off-channel-view'
import { countryGroups } from '@/lib/core/request/countries'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listOffChannel, type OffChannelRow } from '@/lib/store/request/off-channel'
import { readSetting } from '@/lib/store/settings/settings'
import { logAction } from './actions'
import { askChoices, askNeeds, channelName, standingOf } from './labels'

export const metadata: Metadata = { title: 'Off-channel' }

const views = { all: 'All', open: 'Open', overdue: 'Overdue', finished: 'Ended' } as const

function Standing({ row, now }: { row: OffChannelRow; now: Date }) {
  const { words, meaning } = standingOf(row, now)
  return <Chip meaning={meaning}>{words}</Chip>
}

/** What arrives other than through the Privacy Center: logged, answered by the handbook, counted. */
export default async function OffChannelPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/off-channel', 'log-off-channel')
  const query = await searchParams
  const state = entryStates.find(known => known === single(query.state)) ?? 'all'
  const { items, next } = await listOffChannel(actor, single(query.after), 50, state)
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <>
      <PageHeading
        title="Off-channel"
        lead="Requests are handled only from the Privacy Center. Log what arrives another way, and get the right answer to it."
      />
      <OffChannelForm
        action={logAction}
        channels={loggedChannels.map(value => ({ value, label: channelName[value] }))}
        asks={askChoices}
        needs={askNeeds}
        destinations={Object.entries(destinations).map(([value, { name }]) => ({ value, label: name }))}
        countries={countryGroups(await readSetting('usual-countries'))}
        regions={regionGroups(regionsWithLaws(laws))}
        commandId={crypto.randomUUID()}
      />
      <h2 className="mt-6 mb-2 text-lg">Logged</h2>
      <Tabs
        label="Which entries"
        tabs={Object.entries(views).map(([key, label]) => ({
          href: key === 'all' ? '/off-channel' : `/off-channel?state=${key}`,
          label,
          current: key === state,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState icon="mailbox" title={state === 'all' ? 'Nothing is logged yet' : 'There is none'}>
          Tickets, mails, letters, calls and forum posts that ask for something are listed here, the newest
          first, and complaints from the public form.
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
              <Th>Due</Th>
              <Th>State</Th>
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
                {daysBetween(row.receivedAt, row.at, timeZone) > 0 && (
                  <span className="block text-sm text-ink-soft">
                    reached us <DateText at={row.receivedAt} now={now} timeZone={timeZone} as="day" />
                  </span>
                )}
              </Td>
              <Td>
                {channelName[row.channel]}
                {row.systemKey && <span className="block text-sm text-ink-soft">automatically</span>}
              </Td>
              <Td>{askedTitle(row.asksFor)}</Td>
              <Td sentences>{answerOf(row.asksFor, row.answer)?.label ?? row.answer}</Td>
              <Td className="whitespace-nowrap">
                {row.dueOn && <DateText at={row.dueOn} now={now} timeZone={timeZone} as="day" />}
              </Td>
              <Td>
                <Standing row={row} now={now} />
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
          <DeskButtonLink
            href={`/off-channel?${state === 'all' ? '' : `state=${state}&`}after=${next}`}
            rel="next"
          >
            Older
          </DeskButtonLink>
        </p>
      )}
    </>
  )
}
