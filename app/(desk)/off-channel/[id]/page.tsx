import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskButtonLink } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList } from '@/components/ui/summary-list'
import { systemClock } from '@/lib/clock'
import { answerOf, answerText, offChannelRules } from '@/lib/core/off-channel/off-channel'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { type OffChannelRow, readOffChannel } from '@/lib/store/request/off-channel'
import { readSetting } from '@/lib/store/settings/settings'
import { channelName } from '../labels'

export const metadata: Metadata = { title: 'Off-channel answer' }

/** What to answer, what becomes of the ticket, and the request that may be opened for it. */
export default async function OffChannelEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { actor } = await requireStaff(`/off-channel/${id}`, 'log-off-channel')
  const entry = /^[0-9a-f-]{36}$/.test(id) ? await readOffChannel(actor, id) : null
  const answer = entry && answerOf(entry.asksFor, entry.answer)
  if (!entry) notFound()
  const text = answer
    ? answerText(answer, {
        organisation: await readSetting('organisation'),
        export_steps: await readSetting('export-steps-link'),
        privacy_center: env().appUrl,
      })
    : ''
  return (
    <>
      <PageHeading
        kicker={
          <Link href="/off-channel" prefetch={false} className="link">
            Off-channel
          </Link>
        }
        title={`Asks for: ${offChannelRules.get(entry.asksFor)?.title.toLowerCase() ?? entry.asksFor}`}
      />
      <Notice kind={entry.solved ? 'success' : 'info'} title={whatNow(entry)}>
        {answer?.macro && (
          <p>
            Macro: <span className="font-semibold break-all select-all">{answer.macro}</span>
          </p>
        )}
      </Notice>
      {text && (
        <section aria-labelledby="answer" className="mt-5 max-w-measure">
          <h2 id="answer" className="mb-2 text-lg">
            Answer
          </h2>
          <p className="mb-3 rounded-lg border border-line bg-surface p-4 break-words whitespace-pre-line">
            {text}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <CopyButton text={text}>Copy the answer</CopyButton>
            {answer?.macro && <CopyButton text={answer.macro}>Copy the macro’s name</CopyButton>}
          </div>
        </section>
      )}
      {answer?.opens && !entry.reference && (
        <p className="mt-5">
          <DeskButtonLink
            href={`/requests/new?type=${answer.opens}&from=${entry.id}`}
            tone="primary"
            icon="plus"
          >
            {answer.label}
          </DeskButtonLink>
        </p>
      )}
      <div className="mt-5 max-w-2xl">
        <Facts entry={entry} />
      </div>
    </>
  )
}

function whatNow({ solved, channel, reference }: OffChannelRow): string {
  if (reference) return 'A request was opened for it; everything else is said there.'
  const what = channel === 'support-ticket' ? 'the ticket' : 'it'
  return solved ? `Answer, and solve ${what}.` : `Answer, and keep ${what} open until it is clear.`
}

function Facts({ entry }: { entry: OffChannelRow }) {
  const { channel, ticket, at, loggedBy, note, reference } = entry
  return (
    <SummaryList
      rows={[
        { label: 'How it arrived', value: channelName[channel] },
        {
          label: 'Link',
          value: ticket && (
            <a href={ticket} target="_blank" rel="noreferrer noopener" className="link break-all">
              <bdi>{ticket}</bdi>
            </a>
          ),
        },
        {
          label: 'Logged',
          value: (
            <>
              <DateText at={at} now={systemClock.now()} timeZone={env().orgTimeZone} as="exact" />
              {loggedBy && (
                <>
                  {' by '}
                  <bdi>{loggedBy}</bdi>
                </>
              )}
            </>
          ),
        },
        ...(note ? [{ label: 'Note', value: note }] : []),
        ...(reference
          ? [
              {
                label: 'Request',
                value: (
                  <Link
                    href={`/requests/${reference}/details`}
                    prefetch={false}
                    className="link tabular-nums"
                  >
                    {reference}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
