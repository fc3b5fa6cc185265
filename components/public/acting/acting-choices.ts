import { type Acting, actings } from '@/lib/core/request/request'

type ActsForOther = Exclude<Acting, 'self'>

/** How somebody may act for a person who is alive: as it is chosen, and how the person is spoken of where answers are checked. */
export const actingWords: Readonly<Record<ActsForOther, { label: string; hint: string; about: string }>> = {
  'authorized-agent': {
    label: 'They have asked me to',
    hint: 'You need a permission that they have signed, and no more than that. A lawyer or a service can ask like this, too.',
    about: 'Somebody who has asked me to act for them',
  },
  parent: {
    label: 'I am their parent or guardian',
    hint: 'For a child who is too young to ask alone.',
    about: 'My child',
  },
  'legal-representative': {
    label: 'The law or a court lets me act for them',
    hint: 'For example as somebody whom a court has appointed, or with a mandate for when they can’t decide.',
    about: 'Somebody whom I represent by law',
  },
}

export const actingChoices = actings.flatMap(value =>
  value === 'self' ? [] : [{ value, label: actingWords[value].label, hint: actingWords[value].hint }],
)

/** A way to act, by what an address says; null where it is none. */
export const actingNamed = (said: string | undefined): ActsForOther | null =>
  actings.flatMap(way => (way !== 'self' && way === said ? [way] : []))[0] ?? null
