import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { ComplaintWords } from '@/components/desk/complaint-words'
import { answerAgain, answerEntry, clarifyEntry, finishEntry, solveEntry } from '@/components/desk/entry-acts'
import { EntryForm } from '@/components/desk/entry-form'
import { DeskButtonLink } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList } from '@/components/ui/summary-list'
import { systemClock } from '@/lib/clock'
import { placeName } from '@/lib/core/deadlines/region-names'
import { destinationsByKey } from '@/lib/core/handbook/portability'
import { answerText, macroOf, whatNow } from '@/lib/core/off-channel/answer-text'
import { answerOf, askedTitle } from '@/lib/core/off-channel/answers'
import { complaintNumber } from '@/lib/core/off-channel/complaint'
import { lawOfEntry } from '@/lib/core/off-channel/off-channel-view'
import { organisationWords } from '@/lib/door/off-channel/organisation-words'
import { logDenied } from '@/lib/door/staff/denied'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { env } from '@/lib/env'
import { readComplaint } from '@/lib/store/request/complaints'
import { type OffChannelRow, readOffChannel } from '@/lib/store/request/off-channel'
import { entryAction } from '../actions'
import { answeringWords, channelName, standingOf } from '../labels'

export const metadata: Metadata = { title: 'Off-channel answer' }

/** What to answer, what becomes of the ticket, and the request that may be opened for it. */
export default async function OffChannelEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { actor } = await requireStaff(`/off-channel/${id}`, 'log-off-channel')
  const entry = /^[0-9a-f-]{36}$/.test(id) ? await readOffChannel(actor, id) : null
  if (!entry) {
    logDenied(actor, `/off-channel/${id}`)
    notFound()
  }
  after(() => traceAccess(actor, entry.id, 'off-channel'))
  const answer = answerOf(entry.asksFor, entry.answer)
  const complaint = await readComplaint(actor, entry.id)
  const isComplaint = entry.channel === 'privacy-center'
  const text =
    answer && !isComplaint
      ? answerText(answer, entry, await organisationWords(), {
          timeZone: env().orgTimeZone,
          now: systemClock.now(),
        })
      : ''
  const macro = answer ? macroOf(answer, entry.channel) : null
  const couldNot = entry.answering === 'failed' && !entry.finishedAt
  const noticeKind = entry.finishedAt ? 'success' : couldNot ? 'warning' : 'info'
  const mayEnd = !entry.finishedAt && (!answer?.privacyBy || actor.role === 'privacy')
  const acts = [
    ...(complaint?.email ? [answerEntry] : []),
    ...(entry.asksFor === 'data-portability' ? [clarifyEntry(entry.destination ?? '')] : []),
    answer?.ticket === 'solved' ? solveEntry(entry.channel === 'support-ticket') : finishEntry,
  ]
  return (
    <>
      <PageHeading
        kicker={
          <Link href="/off-channel" prefetch={false} className="link">
            Off-channel
          </Link>
        }
        title={`Asks for: ${askedTitle(entry.asksFor).toLowerCase()}`}
      />
      <Notice kind={noticeKind} title={whatNow(answer, entry)}>
        {couldNot && <p>It couldn’t be answered automatically. {entry.answerWords}</p>}
        {macro && (
          <p>
            Macro: <span className="font-semibold break-all select-all">{macro}</span>
          </p>
        )}
      </Notice>
      {couldNot && (
        <div className="mt-3">
          <EntryForm
            {...answerAgain}
            tone="secondary"
            action={entryAction}
            entry={entry.id}
            commandId={crypto.randomUUID()}
          />
        </div>
      )}
      {complaint && <ComplaintWords number={complaintNumber(entry.id)} complaint={complaint} />}
      {isComplaint && !complaint && <p className="mt-5">Privacy reads and answers what the person wrote.</p>}
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
            {macro && <CopyButton text={macro}>Copy the macro’s name</CopyButton>}
          </div>
        </section>
      )}
      {answer?.opens && !entry.reference && !entry.finishedAt && (
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
      {mayEnd && (
        <div className="mt-5 flex flex-col gap-5">
          {acts.map(({ act, ...form }) => (
            <EntryForm
              key={act}
              {...{ act, ...form }}
              action={entryAction}
              entry={entry.id}
              commandId={crypto.randomUUID()}
            />
          ))}
        </div>
      )}
      <div className="mt-5 max-w-2xl">
        <Facts entry={entry} />
      </div>
    </>
  )
}

function Facts({ entry }: { entry: OffChannelRow }) {
  const { channel, ticket, at, loggedBy, note, reference, destination, dueOn, finishedAt, finishedBy } = entry
  const law = lawOfEntry(entry)
  const place = entry.region ?? entry.country
  const answered = answeringWords(entry)
  const when = (day: Date, as: 'exact' | 'day') => (
    <DateText at={day} now={systemClock.now()} timeZone={env().orgTimeZone} as={as} />
  )
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
        ...(entry.systemName
          ? [
              {
                label: 'Came from',
                value: (
                  <>
                    <bdi>{entry.systemName}</bdi>, ticket {entry.ticketId}
                  </>
                ),
              },
            ]
          : []),
        ...(answered ? [{ label: 'Answer', value: answered }] : []),
        ...(channel === 'privacy-center'
          ? []
          : [{ label: 'Reached us', value: when(entry.receivedAt, 'day') }]),
        {
          label: channel === 'privacy-center' ? 'Received' : 'Logged',
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
        ...(destination
          ? [{ label: 'Moves to', value: destinationsByKey.get(destination)?.name ?? destination }]
          : []),
        ...(place ? [{ label: 'Lives in', value: placeName(place) }] : []),
        ...(dueOn ? [{ label: 'Due', value: when(dueOn, 'day') }] : []),
        ...(law ? [{ label: 'Law', value: `${law.name}. ${law.why}` }] : []),
        ...(finishedAt
          ? [
              {
                label: standingOf(entry, finishedAt).words,
                value: (
                  <>
                    {when(finishedAt, 'exact')}
                    {finishedBy ? (
                      <>
                        {' by '}
                        <bdi>{finishedBy}</bdi>
                      </>
                    ) : (
                      ', counted so when it was logged'
                    )}
                  </>
                ),
              },
            ]
          : []),
        ...(entry.finishNote ? [{ label: 'How it ended', value: entry.finishNote }] : []),
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
