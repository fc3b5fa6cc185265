import type { Metadata } from 'next'
import { Temporal } from 'temporal-polyfill'
import { type Query, single } from '@/app/query'
import { CcpaFigures } from '@/components/desk/ccpa-figures'
import { outcomeName, typeTitle } from '@/components/request/labels/labels'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { systemClock } from '@/lib/clock'
import { dayOf } from '@/lib/core/deadlines/days'
import { lawName } from '@/lib/core/deadlines/law-basis'
import { answerOf, offChannelRules } from '@/lib/core/off-channel/answers'
import { type LawBasis, outcomes } from '@/lib/core/request/request'
import { ccpaQuery } from '@/lib/core/view/ccpa-report'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readCcpaReport } from '@/lib/store/request/ccpa-report'
import { type MonthRow, type Report, readReport } from '@/lib/store/request/reports'

export const metadata: Metadata = { title: 'Reports' }

const spans = { 3: '3 months', 12: '12 months', 36: '3 years' } as const

/** "November 2026" */
const monthName = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  )

/** How many of the answered ones were in time, as a share. */
const share = ({ answered, inTime }: Pick<MonthRow, 'answered' | 'inTime'>) =>
  answered === 0
    ? '–'
    : new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(inTime / answered)

/** What came in and how it ended, as numbers. */
export default async function ReportsPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/reports', 'see-reports')
  const asked = single((await searchParams).months)
  const months = asked === '3' ? 3 : asked === '36' ? 36 : 12
  const today = dayOf(systemClock.now(), env().orgTimeZone)
  const since = Temporal.PlainYearMonth.from(today.toString().slice(0, 7)).subtract({ months: months - 1 })
  const year = ccpaQuery.safeParse({ year: single((await searchParams).year) })
  const [report, ccpa] = await Promise.all([
    readReport(actor, since.toString()),
    readCcpaReport(actor, (year.success && year.data.year) || today.year),
  ])
  return (
    <>
      <PageHeading
        title="Reports"
        lead={`What was received since ${monthName(since.toString())}. Numbers only; nothing here names a person.`}
      />
      <Tabs
        label="Period"
        tabs={Object.entries(spans).map(([count, label]) => ({
          href: `/reports?months=${count}`,
          label,
          current: String(months) === count,
        }))}
      />
      <div className="mt-4 flex flex-col gap-8">
        <Months rows={report.months} />
        <Outcomes rows={report.outcomes} />
        <StandIns rows={report.standIns} />
        <OffChannel rows={report.offChannel} />
        {ccpa && <CcpaFigures report={ccpa} />}
      </div>
    </>
  )
}

function Months({ rows }: { rows: Report['months'] }) {
  return (
    <section aria-labelledby="by-month">
      <h2 id="by-month" className="mb-2 text-lg">
        By month and type
      </h2>
      <p className="mb-3 max-w-measure text-ink-soft">
        In time and median days count answers: requests that were fulfilled or declined. A request that nobody
        confirmed, that was withdrawn, or that repeats an earlier one has no answer. Days are calendar days,
        from receipt to the answer.
      </p>
      {rows.length === 0 ? (
        <EmptyState icon="chart-column" title="Nothing was received in this period">
          Requests are counted here by the month in which they came in.
        </EmptyState>
      ) : (
        <Table
          caption="Requests by month of receipt and type"
          focusable
          head={
            <>
              <Th sort="descending">Month</Th>
              <Th>Type</Th>
              <Th numeric>Received</Th>
              <Th numeric>Closed</Th>
              <Th numeric>Fulfilled</Th>
              <Th numeric>In time</Th>
              <Th numeric>Median days</Th>
            </>
          }
        >
          {rows.map(row => (
            <Tr key={`${row.month} ${row.type}`}>
              <Th scope="row" className="whitespace-nowrap">
                {monthName(row.month)}
              </Th>
              <Td>{typeTitle(row.type)}</Td>
              <Td numeric>{row.received}</Td>
              <Td numeric>{row.closed}</Td>
              <Td numeric>{row.fulfilled}</Td>
              <Td numeric>{share(row)}</Td>
              <Td numeric>{row.medianDays ?? '–'}</Td>
            </Tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function Outcomes({ rows }: { rows: Report['outcomes'] }) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="by-outcome">
      <h2 id="by-outcome" className="mb-2 text-lg">
        How they ended
      </h2>
      <Table
        caption="Closed requests by type and outcome"
        focusable
        head={
          <>
            <Th>Type</Th>
            <Th>Outcome</Th>
            <Th numeric>Requests</Th>
          </>
        }
      >
        {rows.map(({ type, outcome, count }) => {
          const known = outcomes.find(name => name === outcome)
          return (
            <Tr key={`${type} ${outcome}`}>
              <Th scope="row">{typeTitle(type)}</Th>
              <Td>{known ? outcomeName(known) : outcome}</Td>
              <Td numeric>{count}</Td>
            </Tr>
          )
        })}
      </Table>
    </section>
  )
}

const bases: Readonly<Record<LawBasis, string>> = {
  region: 'The region’s own law',
  country: 'The country’s own law',
  'shortest-of-country': 'The country has laws by region; the person’s region isn’t known or has none',
  default: 'The country isn’t known, or no law of it is',
}

function StandIns({ rows }: { rows: Report['standIns'] }) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="stand-ins">
      <h2 id="stand-ins" className="mb-2 text-lg">
        Law not known
      </h2>
      <p className="mb-2 max-w-measure">
        No law is known of the place where these people live, so another one stands in. Where you learn the
        place, record it on the request.
      </p>
      <Table
        caption="Requests under a law that stands in"
        focusable
        head={
          <>
            <Th>Law</Th>
            <Th>Why</Th>
            <Th numeric>Requests</Th>
            <Th numeric>Open</Th>
          </>
        }
      >
        {rows.map(({ law, basis, count, open }) => (
          <Tr key={`${law} ${basis}`}>
            <Th scope="row">{lawName(law)}</Th>
            <Td>{bases[basis]}</Td>
            <Td numeric>{count}</Td>
            <Td numeric>{open}</Td>
          </Tr>
        ))}
      </Table>
    </section>
  )
}

function OffChannel({ rows }: { rows: Report['offChannel'] }) {
  return (
    <section aria-labelledby="off-channel">
      <h2 id="off-channel" className="mb-2 text-lg">
        Off-channel
      </h2>
      {rows.length === 0 ? (
        <p className="text-ink-soft">Nothing was logged in this period.</p>
      ) : (
        <Table
          caption="What arrived off-channel, by what it asked for"
          focusable
          head={
            <>
              <Th>Asked for</Th>
              <Th>Answer</Th>
              <Th numeric>Logged</Th>
              <Th numeric>Solved</Th>
              <Th numeric>Requests opened</Th>
            </>
          }
        >
          {rows.map(({ asksFor, answer, count, solved, opened }) => (
            <Tr key={`${asksFor} ${answer}`}>
              <Th scope="row">{offChannelRules.get(asksFor)?.title ?? asksFor}</Th>
              <Td>{answerOf(asksFor, answer)?.label ?? answer}</Td>
              <Td numeric>{count}</Td>
              <Td numeric>{solved}</Td>
              <Td numeric>{opened}</Td>
            </Tr>
          ))}
        </Table>
      )}
    </section>
  )
}
