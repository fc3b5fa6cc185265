import Link from 'next/link'
import { FiguresTable } from './figures-table'
import { runs, ticks } from './scale'

export interface Point {
  /** `YYYY-MM-DD` */
  day: string
  /** Null where it is not shown, undefined where there is none. */
  value: number | null | undefined
}

interface LineChartProps {
  /** Unique on the page. */
  id: string
  /** What is drawn. */
  title: string
  /** Days one after the other, the oldest first. */
  points: readonly Point[]
  target?: { value: number; words: string } | undefined
  /** Shown in place of a hidden figure: "fewer than 5". */
  hiddenWords: string
  /** Where the same figures stand as a table; left out, they are below the drawing, folded away. */
  tableHref?: string | undefined
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

const LABELS = 4
const anchors = (at: number) => (at === 0 ? 'start' : at === LABELS - 1 ? 'end' : 'middle')

/**
 * A line over days, drawn on the server, without script. Shapes stretch with the page, words don't. Time runs from left to
 * right in every language; all that the drawing says is in its description and in a table, too.
 * @example <LineChart id="active" title="Monthly active users" points={points} hiddenWords="fewer than 5" />
 */
export function LineChart({ id, title, points, target, hiddenWords, tableHref }: LineChartProps) {
  const values = points.map(point => point.value ?? null)
  const known = points.flatMap(point => (typeof point.value === 'number' ? [point.value] : []))
  const scale = ticks(Math.max(...known, target?.value ?? 0))
  const top = scale.at(-1) ?? 1
  const width = Math.max(points.length - 1, 1)
  const y = (value: number) => Number((100 - (value / top) * 100).toFixed(2))
  const lines = runs(values)
  const labels = Array.from({ length: LABELS }, (_, at) => Math.round((at * width) / (LABELS - 1)))
  return (
    <figure>
      <div dir="ltr" className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 gap-y-1">
        <svg aria-hidden="true" className="h-44 w-full overflow-visible">
          {scale.map(tick => (
            <text
              key={tick}
              x="100%"
              y={`${y(tick)}%`}
              textAnchor="end"
              dominantBaseline="middle"
              className="fill-ink-soft text-xs tabular-nums"
            >
              {short.format(tick)}
            </text>
          ))}
        </svg>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${width} 100`}
          preserveAspectRatio="none"
          className="h-44 w-full overflow-visible"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{described(points, known, target?.words, hiddenWords)}</desc>
          {lines.map(line => (
            <path key={line[0]?.at} d={area(line, y)} className="fill-accent-soft" />
          ))}
          <g className="stroke-line" strokeWidth="1">
            {scale.map(tick => (
              <path key={tick} d={`M0,${y(tick)}H${width}`} vectorEffect="non-scaling-stroke" />
            ))}
          </g>
          {target && (
            <path
              d={`M0,${y(target.value)}H${width}`}
              vectorEffect="non-scaling-stroke"
              strokeDasharray="6 4"
              className="stroke-ink-soft stroke-[1.5]"
            />
          )}
          {lines.map(line => (
            <path
              key={line[0]?.at}
              d={path(line, y)}
              vectorEffect="non-scaling-stroke"
              strokeLinecap="round"
              strokeLinejoin="round"
              className={`fill-none stroke-accent ${line.length === 1 ? 'stroke-[5]' : 'stroke-2'}`}
            />
          ))}
        </svg>
        <svg aria-hidden="true" className="col-start-2 h-4 w-full overflow-visible">
          {labels.map((point, at) => (
            <text
              key={points[point]?.day ?? at}
              x={`${(100 * at) / (LABELS - 1)}%`}
              y="0.8em"
              textAnchor={anchors(at)}
              className="fill-ink-soft text-xs"
            >
              {points[point] && dayName.format(new Date(points[point].day))}
            </text>
          ))}
        </svg>
      </div>
      <figcaption className="mt-2 text-sm text-ink-soft">
        {target && (
          <p className="flex items-center gap-2">
            <svg aria-hidden="true" className="h-2 w-7">
              <path d="M0,4H28" strokeDasharray="6 4" className="stroke-ink-soft stroke-[1.5]" />
            </svg>
            Target: {target.words}
          </p>
        )}
        {points.some(point => point.value === null) && <p>Gaps: {hiddenWords}, so not shown.</p>}
        {tableHref ? (
          <Link href={tableHref} prefetch={false} className="link inline-flex min-h-control items-center">
            The same figures as a table<span className="sr-only">: {title}</span>
          </Link>
        ) : (
          <FiguresTable
            caption={title}
            rows={points.flatMap(({ day, value }) =>
              value === undefined
                ? []
                : [{ day, words: value === null ? hiddenWords : number.format(value) }],
            )}
          />
        )}
      </figcaption>
    </figure>
  )
}

type Line = readonly { at: number; value: number }[]

const path = (line: Line, y: (value: number) => number) =>
  `${line.map(({ at, value }, index) => `${index === 0 ? 'M' : 'L'}${at},${y(value)}`).join('')}${line.length === 1 ? 'h0' : ''}`

const area = (line: Line, y: (value: number) => number) =>
  `M${line[0]?.at},100${line.map(({ at, value }) => `L${at},${y(value)}`).join('')}L${line.at(-1)?.at},100Z`

/** The drawing in sentences, for who doesn't see it. */
function described(
  points: readonly Point[],
  known: readonly number[],
  target: string | undefined,
  hiddenWords: string,
): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  const hidden = points.filter(point => point.value === null).length
  return [
    `From ${dayName.format(new Date(first.day))} to ${dayName.format(new Date(last.day))}.`,
    known.length > 0
      ? `Between ${number.format(Math.min(...known))} and ${number.format(Math.max(...known))}, at last ${
          last.value === null ? hiddenWords : number.format(known.at(-1) ?? 0)
        }.`
      : 'No figure is shown.',
    target ? `Target: ${target}.` : '',
    hidden > 0 ? `On ${hidden} ${hidden === 1 ? 'day' : 'days'} not shown: ${hiddenWords}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
