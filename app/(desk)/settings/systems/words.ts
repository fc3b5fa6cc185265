import type { Meaning } from '@/components/ui/chip'
import type { Ability } from '@/lib/core/systems/names'
import type { ShownSystem } from '@/lib/door/systems/shown-systems'

/** What a system can do, in words. */
export const abilityWords: Readonly<Record<Ability, string>> = {
  find: 'finds people',
  erase: 'erases',
  export: 'exports',
  issue: 'opens issues',
  notify: 'posts notices',
  store: 'keeps the deletion list',
  ticket: 'answers tickets',
}

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** `finds people, erases and exports`; empty for a system that does nothing. */
export const abilitiesInWords = (abilities: readonly Ability[]): string =>
  listed.format(abilities.map(ability => abilityWords[ability]))

/** How a system is, in a word and the colour of its meaning. */
export const healthChips: Readonly<
  Record<ShownSystem['health']['state'], { words: string; meaning: Meaning }>
> = {
  ok: { words: 'Working', meaning: 'done' },
  failing: { words: 'Failing', meaning: 'overdue' },
  off: { words: 'Off', meaning: 'hold' },
}
