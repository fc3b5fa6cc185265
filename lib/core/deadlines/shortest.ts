import { type Action, actions } from '../request/request'
import { clockFor } from './deadline'
import { type Appealing, type Clock, type Extension, extensionReasons, type Law, type Span } from './law'

/** The fewest calendar days that a span can take, from any day on. */
const fewestDays = ({ n, unit }: Span): number =>
  ({ days: n, months: 28 * n, 'working-days': n + 2 * Math.floor((n - 1) / 5) })[unit]

/** The shortest of several spans. Of different units none is the shortest on every day, so that its fewest days are taken. */
function shortest(spans: readonly Span[]): Span | undefined {
  const [first] = spans.toSorted((a, b) => fewestDays(a) - fewestDays(b))
  if (!first) return undefined
  const alike = spans.every(({ unit }) => unit === first.unit)
  return alike ? first : { n: fewestDays(first), unit: 'days' }
}

/** What all of them say, or undefined where they differ. */
const agreed = <Thing>([first, ...others]: readonly Thing[]): Thing | undefined =>
  others.every(other => other === first) ? first : undefined

/**
 * The shortest of several laws, as a law: for each action the shortest period, the earliest acknowledgement and the shortest
 * extension that each of them allows; the shortest appeal; no pause, no rolling, and holidays count as working days, so that it
 * is never later than any of them.
 * @param complaint who hears complaints where the laws name different ones
 * @throws where there is no law to take it from
 */
export function shortestOf(laws: readonly Law[], complaint: string): Law {
  const [first] = laws
  if (!first) throw new Error('no law to take the shortest of')
  const { id, name, checkedOn } = first
  const heardBy = agreed(laws.map(law => law.complaint)) ?? complaint
  return {
    id,
    name,
    regions: laws.flatMap(law => law.regions),
    clocks: actions.map(action => shortestClock(action, laws)),
    pausesFor: [],
    roll: 'none',
    holidays: 'count',
    complaint: heardBy,
    // A court is only named where every one of the laws opens it.
    court: laws.every(law => law.court) ? first.court : undefined,
    appeal: shortestAppeal(
      laws.flatMap(({ appeal }) => appeal ?? []),
      heardBy,
    ),
    sources: [],
    checkedOn,
  }
}

function shortestAppeal(appeals: readonly Appealing[], complaint: string): Appealing | undefined {
  const respond = shortest(appeals.map(appeal => appeal.respond))
  if (!respond) return undefined
  const extend = shortestExtension(appeals.map(({ extend }) => extend))
  return {
    kind: agreed(appeals.map(({ kind }) => kind)) ?? 'complaint',
    respond,
    ...(extend && { extend }),
    authority: agreed(appeals.map(({ authority }) => authority)) ?? complaint,
  }
}

function shortestClock(action: Action, laws: readonly Law[]): Clock {
  const clocks = laws.map(law => clockFor(law, action))
  const respond = shortest(clocks.map(clock => clock.respond))
  if (!respond) throw new Error(`no clock for ${action}`)
  const acknowledge = shortest(clocks.flatMap(clock => clock.acknowledge ?? []))
  return {
    actions: [action],
    acknowledge,
    respond,
    extend: shortestExtension(clocks.map(({ extend }) => extend)),
  }
}

/** A longer period is only safe where every one of the laws allows it, and for a reason that each of them knows. */
function shortestExtension(
  extensions: readonly (Extension | undefined)[],
): (Extension & { by: Span }) | undefined {
  const spans = extensions.flatMap(extend => extend?.by ?? [])
  const by = spans.length === extensions.length ? shortest(spans) : undefined
  const reasons = extensionReasons.filter(reason =>
    extensions.every(extend => extend?.reasons.includes(reason)),
  )
  return by && reasons.length > 0 ? { by, reasons } : undefined
}
