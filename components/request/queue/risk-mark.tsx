import { Icon } from '@/components/ui/icon'
import type { RatingLevel } from '@/lib/core/risk/rating'
import { riskName } from '../labels/risk-name'

/** The rating as a word with a mark; colour is left to the four meanings, and a rating is none of them. */
export function RiskMark({ rating }: { rating: RatingLevel | null }) {
  if (!rating)
    return (
      <span className="text-ink-faint">
        <span aria-hidden="true">–</span>
        <span className="sr-only">Not rated</span>
      </span>
    )
  return (
    <span className={`inline-flex items-center gap-1 ${rating === 'low' ? 'text-ink-soft' : 'font-medium'}`}>
      <Icon name={rating === 'low' ? 'shield-check' : 'shield-alert'} className="size-[1.1em]" />
      {riskName[rating]}
    </span>
  )
}
