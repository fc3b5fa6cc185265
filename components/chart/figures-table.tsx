import { Icon } from '@/components/ui/icon'

const dayName = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Nothing in it can be focused, so its frame can, for scrolling by key. */
const scrolled = (caption: string) => ({ role: 'group', 'aria-label': caption, tabIndex: 0 })

/** The figures of a drawing as a table, folded away; the newest first. */
export function FiguresTable({
  caption,
  rows,
}: {
  caption: string
  rows: readonly { day: string; words: string }[]
}) {
  return (
    <details id="figures" className="group mt-1 scroll-mt-4">
      <summary className="inline-flex min-h-control items-center gap-1 text-accent">
        <Icon name="chevron-right" className="size-4 group-open:rotate-90 rtl:-scale-x-100" />
        The same figures as a table
      </summary>
      <div
        {...scrolled(caption)}
        className="max-h-80 max-w-md overflow-y-auto rounded-lg border border-line bg-surface text-ink [&_td]:px-3 [&_td]:py-1 [&_td]:text-end [&_th]:px-3 [&_th]:py-1 [&_th]:text-start [&_th]:font-normal"
      >
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-0 bg-sunken text-xs text-ink-soft">
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col" className="text-end!">
                Figure
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ day, words }) => (
              <tr key={day}>
                <th scope="row">{dayName.format(new Date(day))}</th>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
