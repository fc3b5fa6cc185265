import { DateText } from '@/components/ui/date-text'
import type { RiskRating } from '@/lib/core/risk/rating'
import { counted } from '../labels/labels'
import { RiskMark } from '../queue/risk-mark'
import { Panel } from './panel'

/** The rating with every signal behind it, the heaviest first, as bars. */
export function Risk({
  rating,
  hidden = false,
  now,
  timeZone,
}: {
  rating: RiskRating | null
  /** There may be one, and it is neither shown nor used yet. */
  hidden?: boolean
  now: Date
  timeZone: string
}) {
  if (!rating)
    return (
      <Panel id="risk" title="Risk rating">
        <p className="text-ink-soft">
          {hidden
            ? 'The rating is neither shown nor used before Privacy has validated the authority.'
            : 'There is no rating before an account was found.'}
        </p>
      </Panel>
    )
  const signals = rating.signals.toSorted((a, b) => b.points - a.points)
  const most = Math.max(25, ...signals.map(signal => signal.points))
  return (
    <Panel
      id="risk"
      title="Risk rating"
      aside={
        <>
          Policy {rating.policyVersion}, <DateText at={rating.at} now={now} timeZone={timeZone} as="exact" />
        </>
      }
    >
      <p className="mb-2 flex items-center gap-2">
        <RiskMark rating={rating.rating} />
        <span className="text-ink-soft">{counted(rating.score, 'point')}</span>
      </p>
      {signals.length === 0 ? (
        <p className="text-ink-soft">No signal speaks against it.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {signals.map(signal => (
            <li
              key={signal.key}
              className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[2.5rem_8rem_minmax(0,1fr)]"
            >
              <span className="text-end font-medium tabular-nums">+{signal.points}</span>
              <svg
                aria-hidden="true"
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                className="h-2 w-full text-accent max-sm:hidden rtl:-scale-x-100"
              >
                <rect width={(signal.points / most) * 100} height="8" rx="2" fill="currentColor" />
              </svg>
              <span>
                {signal.why}
                {signal.byDefault && (
                  <span className="text-ink-soft">
                    {' '}
                    Usual points; policy {rating.policyVersion} doesn’t set them.
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
