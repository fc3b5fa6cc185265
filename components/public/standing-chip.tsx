import { Chip } from '@/components/ui/chip'

const looks = {
  collected: { meaning: 'done', words: 'Collected' },
  'not-yet': { meaning: 'hold', words: 'Not collected yet' },
  changed: { meaning: 'hold', words: 'Changed, not collected until announced' },
  ended: { meaning: 'neutral', words: 'No longer collected' },
} as const

/** Whether something of the dictionary is collected at this moment. */
export function StandingChip({ standing }: { standing: keyof typeof looks }) {
  const { meaning, words } = looks[standing]
  return <Chip meaning={meaning}>{words}</Chip>
}
