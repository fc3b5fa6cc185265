import { Chip } from '@/components/ui/chip'
import type { Outcome, State } from '@/lib/core/request'
import { outcomeMeaning, outcomeName, stateName } from './words'

interface StateChipProps {
  state: State
  type: string
  outcome: Outcome | null
  onHold: boolean
}

/** Where a request stands, in a word or two; a hold is said as well, as it is no state. */
export function StateChip({ state, type, outcome, onHold }: StateChipProps) {
  if (outcome)
    return (
      <Chip
        meaning={outcomeMeaning(outcome)}
        icon={outcomeMeaning(outcome) === 'done' ? 'circle-check' : 'ban'}
      >
        {outcomeName(outcome)}
      </Chip>
    )
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Chip icon={state === 'submitted' ? 'circle-dashed' : 'circle-dot'}>{stateName(state, type)}</Chip>
      {onHold && <Chip meaning="hold">On hold</Chip>}
    </span>
  )
}
