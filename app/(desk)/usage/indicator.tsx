import { LineChart } from '@/components/chart/line-chart'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { SummaryList } from '@/components/ui/summary-list'
import type { Figure } from '@/lib/store/usage/figures'
import type { IndicatorNote } from '@/lib/store/usage/notes'
import type { IndicatorDefinition } from '@/lib/usage-data/definitions/definition'
import {
  healthName,
  maturityName,
  measureWords,
  monthWords,
  numberWords,
  pointsOf,
  targetMet,
  targetValue,
  targetWords,
  tooFew,
} from './labels'

export interface Shown {
  indicator: IndicatorDefinition
  figures: readonly Figure[]
  minimum: number
}

/** Health in a word, with its colour and icon. */
export function Health({ health }: { health: number | undefined }) {
  const { words, meaning } = healthName[health ?? 0] ?? { words: 'Unknown', meaning: 'neutral' as const }
  return <Chip meaning={meaning}>{words}</Chip>
}

/** The last figure, or why it isn't there. */
export function LastFigure({ figures, minimum }: Omit<Shown, 'indicator'>) {
  const last = figures.at(-1)
  if (!last) return <span className="text-ink-faint">None yet</span>
  return last.value === null ? tooFew(minimum) : numberWords(last.value)
}

/** The target, and whether the last figure meets it. */
export function Target({ indicator: { target }, figures }: Omit<Shown, 'minimum'>) {
  const met = targetMet(target, figures.at(-1)?.value)
  if (!target) return <span className="text-ink-faint">None</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {targetWords(target)}
      {met !== null && <Chip meaning={met ? 'done' : 'soon'}>{met ? 'Met' : 'Missed'}</Chip>}
    </span>
  )
}

/** What an indicator is, and its line over 90 days. */
export function IndicatorChart({ indicator, figures, minimum, tableHref }: Shown & { tableHref?: string }) {
  const { key, name, definition, owner, maturity, target } = indicator
  return (
    <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <div>
        <p className="max-w-measure">{definition}</p>
        <div className="mt-3">
          <SummaryList
            rows={[
              { label: 'Measures', value: measureWords(indicator) },
              { label: 'Target', value: <Target indicator={indicator} figures={figures} /> },
              { label: 'Last figure', value: <LastFigure figures={figures} minimum={minimum} /> },
              { label: 'Owner', value: owner },
              { label: 'Maturity', value: maturityName[maturity] },
            ]}
          />
        </div>
      </div>
      {figures.length === 0 ? (
        <p className="self-center rounded-lg border border-dashed border-line px-6 py-8 text-center text-ink-soft">
          Nothing to draw yet. Figures are of whole days, a day late, and one over 7 or 28 days begins when so
          many were counted.
        </p>
      ) : (
        <LineChart
          id={key}
          title={`${name}: ${measureWords(indicator)}`}
          points={pointsOf(figures)}
          target={target ? { value: targetValue(target), words: targetWords(target) } : undefined}
          hiddenWords={tooFew(minimum)}
          tableHref={tableHref}
        />
      )}
    </div>
  )
}

/** Health with its reasons, and what was learned, by month. */
export function Notes({
  notes,
  now,
  timeZone,
}: {
  notes: readonly IndicatorNote[]
  now: Date
  timeZone: string
}) {
  return (
    <ul className="flex flex-col gap-3">
      {notes.map(({ month, health, reasons, lessons, writtenAt, writtenBy }) => (
        <li
          key={month.toISOString()}
          className="max-w-measure rounded-lg border border-line bg-surface px-4 py-3"
        >
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{monthWords(month)}</span>
            <Health health={health} />
            <span className="text-sm text-ink-soft">
              <bdi>{writtenBy ?? 'Somebody'}</bdi>, <DateText at={writtenAt} now={now} timeZone={timeZone} />
            </span>
          </p>
          <p className="mt-1 whitespace-pre-line">
            <bdi>{reasons}</bdi>
          </p>
          {lessons && (
            <>
              <p className="mt-2 font-semibold">Lessons learned</p>
              <p className="whitespace-pre-line">
                <bdi>{lessons}</bdi>
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
