import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import type { ShownSystem } from '@/lib/door/systems/shown-systems'
import { healthChips } from './words'

interface HealthProps {
  health: ShownSystem['health']
  now: Date
  timeZone: string
}

/** How a system is, since when, and what is wrong. */
export function Health({ health: { state, since, words }, now, timeZone }: HealthProps) {
  const { words: name, meaning } = healthChips[state]
  return (
    <>
      <Chip meaning={meaning}>{name}</Chip>{' '}
      <span className="text-sm text-ink-soft">
        since <DateText at={since} now={now} timeZone={timeZone} />
      </span>
      <span className="block max-w-measure text-sm break-words text-ink-soft">{words}</span>
    </>
  )
}
