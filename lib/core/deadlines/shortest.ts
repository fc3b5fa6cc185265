import type { Action } from '../request/request'
import { clockFor } from './deadline'
import type { Appealing, Clock, Extension, Law, Span } from './law'

const each: readonly Action[] = ['erasure', 'rectification', 'access', 'objection']

/** Roughly how many days; months count as the shortest one, so that they never look longer than days that are as long. */
const roughly = ({ n, unit }: Span): number => n * { days: 1, 'working-days': 1.4, months: 28 }[unit]

const shorter = <Thing>(things: readonly Thing[], length: (thing: Thing) => number): Thing | undefined =>
  things.toSorted((a, b) => length(a) - length(b))[0]

/**
 * The shortest of several laws, as a law: for each action the shortest period, the earliest acknowledgement and the shortest
 * extension that each of them allows; the shortest appeal; no pause and no rolling, so that it is never later than any of them.
 * @throws where there is no law to take it from
 */
export function shortestOf(laws: readonly Law[]): Law {
  const [first] = laws
  if (!first) throw new Error('no law to take the shortest of')
  const { id, name, complaint, court, checkedOn } = first
  const appeals = laws.flatMap(({ appeal }) => appeal ?? [])
  return {
    id,
    name,
    regions: laws.flatMap(law => law.regions),
    clocks: each.map(action => shortestClock(action, laws)),
    pausesFor: [],
    roll: 'none',
    complaint,
    court,
    appeal: shorter<Appealing>(appeals, ({ respond }) => roughly(respond)),
    sources: [],
    checkedOn,
  }
}

function shortestClock(action: Action, laws: readonly Law[]): Clock {
  const clocks = laws.map(law => clockFor(law, action))
  const shortest = shorter(clocks, ({ respond }) => roughly(respond)) ?? clocks[0]
  if (!shortest) throw new Error(`no clock for ${action}`)
  const acknowledge = shorter(
    clocks.flatMap(clock => clock.acknowledge ?? []),
    roughly,
  )
  // A longer period is only safe where every one of the laws allows it.
  const extensions = clocks.map(({ extend }) => extend)
  const capped = extensions.flatMap(extend => (extend?.by ? [{ ...extend, by: extend.by }] : []))
  const extend: Extension | undefined =
    capped.length === clocks.length ? shorter(capped, ({ by }) => roughly(by)) : undefined
  return { actions: [action], acknowledge, respond: shortest.respond, extend }
}
