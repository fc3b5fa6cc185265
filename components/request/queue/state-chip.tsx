import { Chip, type Mark } from '@/components/ui/chip'
import type { Outcome, State } from '@/lib/core/request/request'
import { outcomeMeaning, outcomeName, stateName } from '../labels/labels'

interface StateChipProps {
  state: State
  type: string
  outcome: Outcome | null
  onHold: boolean
}

/** The state of a request, in a word or two. */
export function stateMark({ state, type, outcome }: Omit<StateChipProps, 'onHold'>): Mark {
  if (!outcome)
    return {
      words: stateName(state, type),
      meaning: 'neutral',
      icon: state === 'submitted' ? 'circle-dashed' : 'circle-dot',
    }
  const meaning = outcomeMeaning(outcome)
  return { words: outcomeName(outcome), meaning, icon: meaning === 'done' ? 'circle-check' : 'ban' }
}

/** The same as a chip; a hold is said as well, as it is no state. */
export function StateChip({ onHold, ...where }: StateChipProps) {
  const { words, meaning, icon } = stateMark(where)
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Chip meaning={meaning} icon={icon}>
        {words}
      </Chip>
      {onHold && !where.outcome && <Chip meaning="hold">On hold</Chip>}
    </span>
  )
}
