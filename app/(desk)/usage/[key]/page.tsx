import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type Query, single } from '@/app/query'
import { Panel } from '@/components/request/panels/panel'
import { EmptyState } from '@/components/ui/empty-state'
import { NoteForm } from '@/components/usage/note-form'
import { systemClock } from '@/lib/clock'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readFigures } from '@/lib/store/usage/figures'
import { readNotes } from '@/lib/store/usage/notes'
import { indicators } from '@/lib/usage-data/indicators/index'
import { noteAction } from '../actions'
import { IndicatorChart, Notes } from '../indicator'
import { healthName, monthKey, monthWords } from '../labels'
import { UsageFrame } from '../usage-frame'

interface IndicatorPageProps {
  params: Promise<{ key: string }>
  searchParams: Query
}

export async function generateMetadata({ params }: IndicatorPageProps): Promise<Metadata> {
  const { key } = await params
  return { title: indicators.find(known => known.key === key)?.name ?? 'Usage' }
}

const MONTHS = 24

/** The last so many months, this one first. */
const lastMonths = (now: Date) =>
  Array.from(
    { length: MONTHS },
    (_, back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)),
  )

/** One indicator with everything that was written under it, and the form to write. */
export default async function IndicatorPage({ params, searchParams }: IndicatorPageProps) {
  const { key } = await params
  const { actor } = await requireStaff(`/usage/${key}`, 'see-indicators')
  const indicator = indicators.find(known => known.key === key)
  if (!indicator) notFound()
  const [{ of, minimum }, notes, query] = await Promise.all([
    readFigures(actor, [indicator]),
    readNotes(actor, [key], MONTHS),
    searchParams,
  ])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const months = lastMonths(now)
  const month = months.find(known => monthKey(known) === single(query.month)) ?? months[0] ?? now
  const written = notes.find(note => monthKey(note.month) === monthKey(month))
  return (
    <UsageFrame
      role={actor.role}
      part="Indicators"
      title={indicator.name}
      lead={`Answered for by ${indicator.owner}.`}
    >
      <IndicatorChart indicator={indicator} figures={of.get(key) ?? []} minimum={minimum} />
      <div className="mt-8 grid gap-x-8 xl:grid-cols-2">
        {can(actor.role, 'write-indicators') && (
          <Panel id="write" title="Health and lessons of a month">
            <NoteForm
              key={monthKey(month)}
              action={noteAction}
              indicator={key}
              commandId={crypto.randomUUID()}
              month={monthKey(month)}
              months={months.map(known => ({ value: monthKey(known), label: monthWords(known) }))}
              healths={[3, 2, 1, 0].map(level => ({
                value: String(level),
                label: healthName[level]?.words ?? '',
              }))}
              written={
                written && {
                  health: String(written.health),
                  reasons: written.reasons,
                  lessons: written.lessons,
                }
              }
            />
          </Panel>
        )}
        <Panel id="notes" title="Lessons learned, by month">
          {notes.length === 0 ? (
            <EmptyState icon="sticky-note" title="Nothing is written yet">
              What the figures mean and what was learned from them would be here, the newest month first.
            </EmptyState>
          ) : (
            <Notes notes={notes} now={now} timeZone={timeZone} />
          )}
        </Panel>
      </div>
    </UsageFrame>
  )
}
