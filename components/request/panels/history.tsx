import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { type HistoryRow, historySentence } from '../labels/history-labels'
import { Panel } from './panel'

/** Everything that happened, the newest first: who, what, when, in a sentence. */
export function History({
  rows,
  now,
  timeZone,
}: {
  rows: readonly HistoryRow[]
  now: Date
  timeZone: string
}) {
  return (
    <Panel id="history" title="History" aside="From the audit log">
      {rows.length === 0 ? (
        <EmptyState icon="history" title="Nothing yet">
          Each act on this request leaves a line here that nobody can change.
        </EmptyState>
      ) : (
        <ol className="flex flex-col">
          {rows.map(row => (
            <li
              key={row.seq}
              className="grid gap-x-4 border-b border-line py-1.5 last:border-b-0 sm:grid-cols-[9rem_minmax(0,1fr)]"
            >
              <span className="text-ink-soft tabular-nums">
                <DateText at={row.at} now={now} timeZone={timeZone} />
              </span>
              <span>
                <bdi className="font-medium">{row.who}</bdi> {historySentence(row)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
