import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

export type Meaning = 'done' | 'soon' | 'overdue' | 'hold' | 'neutral'

const looks: Record<Meaning, { icon: IconName | null; colours: string }> = {
  done: { icon: 'circle-check', colours: 'border-done-line bg-done-soft text-done' },
  soon: { icon: 'clock', colours: 'border-soon-line bg-soon-soft text-soon' },
  overdue: { icon: 'circle-alert', colours: 'border-overdue-line bg-overdue-soft text-overdue' },
  hold: { icon: 'pause', colours: 'border-hold-line bg-hold-soft text-hold' },
  neutral: { icon: null, colours: 'border-line bg-sunken text-ink-soft' },
}

/** What a chip says, where the words and the drawing of them come from different places. */
export interface Mark {
  words: string
  meaning: Meaning
  icon: IconName
}

interface ChipProps {
  meaning?: Meaning
  /** Another drawing than the meaning's own; neutral has none. */
  icon?: IconName
  title?: string
  children: ReactNode
}

/**
 * A short state in a word, with the colour and icon of its meaning: done (green), soon (amber), overdue or destructive
 * (red), on hold (violet), or neutral.
 * @example <Chip meaning="hold">On hold</Chip>
 * @example <Chip icon="user">Waiting on requester</Chip>
 */
export function Chip({ meaning = 'neutral', icon, title, children }: ChipProps) {
  const { icon: own, colours } = looks[meaning]
  const drawing = icon ?? own
  return (
    <span
      title={title}
      className={`inline-flex max-w-full items-center gap-1 rounded-md border px-1.5 py-px text-xs font-medium whitespace-nowrap max-[24rem]:whitespace-normal ${colours}`}
    >
      {drawing && <Icon name={drawing} className="size-[1.1em]" />}
      {children}
    </span>
  )
}
