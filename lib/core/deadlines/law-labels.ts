import type { Action } from '../request/request'
import type { Clock, Law, PauseRule, Span } from './law'

const units = {
  months: ['month', 'months'],
  days: ['day', 'days'],
  'working-days': ['working day', 'working days'],
} as const

/** "45 days", "1 month" */
export const spanWords = ({ n, unit }: Span): string => `${n} ${units[unit][n === 1 ? 0 : 1]}`

/** Units for a choice. */
export const unitWords: Readonly<Record<Span['unit'], string>> = {
  days: 'Days',
  'working-days': 'Working days',
  months: 'Months',
}

const actions = {
  erasure: 'deletion',
  rectification: 'correction',
  access: 'access',
  objection: 'objection',
} as const

/** "deletion, access" */
export const actionWords = (forWhat: readonly Action[]): string =>
  forWhat.map(action => actions[action]).join(', ')

/** What one of a law's clocks says, in a line: for what, how long, what may lengthen it. */
export const clockWords = (clock: Clock): string => `${actionWords(clock.actions)}: ${periodWords(clock)}`

/** How long a clock runs, and what may lengthen it. */
export function periodWords({ acknowledge, respond, extend }: Clock): string {
  const parts = [spanWords(respond)]
  if (acknowledge) parts.push(`acknowledged in ${spanWords(acknowledge)}`)
  if (extend) {
    const by = extend.by ? `once by ${spanWords(extend.by)}` : 'once, to a day that is notified'
    parts.push(`extended ${by} (${extend.reasons.map(reason => reason.replaceAll('-', ' ')).join(', ')})`)
  }
  return parts.join('; ')
}

const rolls: Readonly<Record<Law['roll'], string>> = {
  'next-working-day': 'Moves past weekends and holidays to the next working day',
  'holidays-and-sundays': 'Moves past Sundays and holidays',
  none: 'Never moves past a weekend or holiday',
}

/** How the last day is found. */
export const rollWords = (law: Law): string => rolls[law.roll]

const pauses: Readonly<Record<PauseRule['how'], string>> = {
  'stands-still': 'Is paused while',
  'leaves-out-both-days': 'Stands still, both days included, while',
  'begins-anew': 'Begins anew once',
}

/** What pauses the clock. */
export function pauseWords({ pausesFor }: Law): string {
  if (pausesFor.length === 0) return 'Is never paused'
  return pausesFor
    .map(({ reason, how, actions: forWhat }) => {
      const what = forWhat ? `${reason} (${actionWords(forWhat)})` : reason
      return `${pauses[how]} ${what} is ${how === 'begins-anew' ? 'given' : 'awaited'}`
    })
    .join('; ')
}
