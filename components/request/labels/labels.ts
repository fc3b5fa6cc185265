import type { Meaning } from '@/components/ui/chip'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Acting, Outcome, State, SubjectType, WaitingOn } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'

/** Words of the handbook for what the rules keep as keys. */

export const typeTitle = (key: string): string => requestTypes.get(key)?.title ?? key

/** "no-account" → "No account" */
export const sentence = (key: string): string => {
  const words = key.replaceAll(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const stateNames: Record<Exclude<State, 'processing'>, string> = {
  submitted: 'Not confirmed yet',
  checking: 'Checking',
  verifying: 'Verifying',
  closed: 'Closed',
}

/** `processing` is shown as what it is for this type, e.g. Deleting. */
export const stateName = (state: State, type: string): string =>
  state === 'processing' ? (requestTypes.get(type)?.processingAs.desk ?? 'Processing') : stateNames[state]

export const outcomeName = (outcome: Outcome): string => sentence(outcome)

export const outcomeMeaning = (outcome: Outcome): Meaning =>
  outcome === 'fulfilled' || outcome === 'already-deleted' ? 'done' : 'neutral'

const subjects: Record<SubjectType, string> = {
  individual: 'Individual',
  enterprise: 'Enterprise user',
  portal: 'Portal customer',
  agent: 'Authorised agent',
  successor: 'Designated Account Successor',
}
export const subjectName = (type: SubjectType): string => subjects[type]

const actingNames: Record<Acting, string> = {
  self: 'For themselves',
  'authorized-agent': 'Authorised agent, asked by the person',
  parent: 'Parent or guardian',
  'legal-representative': 'Legal representative',
}
/** How the requester acts for a person who is alive. */
export const actingName = (acting: Acting): string => actingNames[acting]

const turns: Record<WaitingOn, string> = {
  requester: 'Requester',
  support: 'Support',
  privacy: 'Privacy',
  team: 'Another team',
  system: 'The system',
  nobody: 'Nobody',
}
export const turnOf = (waitingOn: WaitingOn): string => turns[waitingOn]

const resolutionNames = { complete: 'Complete', exception: 'Exception', not_found: 'Not Found' } as const
export const resolutionName = (resolution: NonNullable<Task['resolution']>): string =>
  resolutionNames[resolution]

/** Singular or plural: `counted(1, 'day')` → "1 day". */
export const counted = (count: number, singular: string, many = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : many}`
