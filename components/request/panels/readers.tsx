import { DateText } from '@/components/ui/date-text'
import { Panel } from './panel'

export interface ReaderRow {
  at: Date
  /** Where on the request. */
  part: string
  who: string
  /** By a program rather than in a browser. */
  byToken: boolean
}

/** Who read the request, the newest first: the first time each day, for each of its parts. */
export function Readers({
  rows,
  now,
  timeZone,
}: {
  rows: readonly ReaderRow[]
  now: Date
  timeZone: string
}) {
  if (rows.length === 0) return null
  return (
    <Panel id="readers" title="Who read it" aside="The first time each day">
      <ol className="flex flex-col">
        {rows.map(({ at, part, who, byToken }) => (
          <li
            key={`${at.toISOString()} ${part} ${who}`}
            className="grid gap-x-4 border-b border-line py-1.5 last:border-b-0 sm:grid-cols-[9rem_minmax(0,1fr)]"
          >
            <span className="text-ink-soft tabular-nums">
              <DateText at={at} now={now} timeZone={timeZone} />
            </span>
            <span>
              <bdi className="font-medium">{who}</bdi> read its {part}
              {byToken && ' with a token'}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
