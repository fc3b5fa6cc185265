import { z } from 'zod'
import { actions } from '../request/request'
import { type Clock, extensionReasons, type Law, units } from './law'
import { composedLaw } from './law-for'
import { laws } from './laws/index'

/** The clocks of a law as Privacy has set them, version by version; a request keeps the one that it was counted with. */

const span = z.object({
  n: z.number('Enter a number.').int('Enter a whole number.').min(1, 'At least 1.').max(730, 'At most 730.'),
  unit: z.enum(units, 'Choose days, working days or months.'),
})

const clock = z.object({
  actions: z.array(z.enum(actions)).min(1),
  acknowledge: span.optional(),
  respond: span,
  extend: z
    .object({
      by: span.nullable(),
      reasons: z.array(z.enum(extensionReasons)).min(1, 'Choose at least one reason for an extension.'),
    })
    .optional(),
})

/** Clocks as they are stored and proposed; null: those that Habeas comes with. */
export const clocksSchema = z.array(clock).min(1).nullable()

/** One version of one law's clocks. */
export interface LawVersion {
  law: string
  version: number
  clocks: readonly Clock[] | null
  /** Why it was set. */
  note: string
}

/** The law with a version's clocks in place of its own, which stay beside them. */
const withVersion = (law: Law, { version, clocks, note }: LawVersion): Law =>
  clocks ? { ...law, clocks, override: { version, note, original: law.clocks } } : law

/** Every law as it holds now: with the newest version of its clocks. */
export function lawsNow(versions: readonly LawVersion[]): Law[] {
  return laws.map(law => {
    const own = versions.filter(version => version.law === law.id)
    const newest = own.toSorted((a, b) => b.version - a.version)[0]
    return newest ? withVersion(law, newest) : law
  })
}

/**
 * `gdpr@2026-11-01`, or `gdpr@2026-11-01/2` for the second version that Privacy set. A composed law also says from the laws of
 * which day it was made, and which of them had clocks of Privacy: `shortest-us@2026-11-01/on-2026-12-03/us_ca.2`.
 */
export function ruleOf({ id, checkedOn, override, composed }: Law): string {
  const rule = `${id}@${checkedOn}`
  if (!composed) return `${rule}${override ? `/${override.version}` : ''}`
  const set = composed.from.flatMap(law => (law.override ? [`${law.id}.${law.override.version}`] : []))
  return [rule, `on-${composed.on}`, ...(set.length > 0 ? [set.join(',')] : [])].join('/')
}

interface RuleParts {
  id: string
  checkedOn: string | null
  /** Of the clocks that Privacy set in place of the law's own. */
  version: number | null
  /** The day of whose laws a composed one was made. */
  on: string | null
  /** The versions of those laws that had clocks of Privacy. */
  members: ReadonlyMap<string, number>
}

/** What a rule says of itself. */
export function ruleParts(rule: string): RuleParts {
  const [id = '', rest = ''] = rule.split('@')
  const [checkedOn, second = '', third = ''] = rest.split('/')
  const on = second.startsWith('on-') ? second.slice(3) : null
  const members = third.split(',').map(member => member.split('.'))
  return {
    id,
    checkedOn: checkedOn || null,
    version: second && !on ? Number(second) : null,
    on,
    members: new Map(members.flatMap(([law, version]) => (law && version ? [[law, Number(version)]] : []))),
  }
}

/** The law that a rule names, with the clocks of that time; undefined where there is no such law (any more). */
export function lawOfRule(rule: string, versions: readonly LawVersion[]): Law | undefined {
  const { id, version, on, members } = ruleParts(rule)
  const asOf = (law: Law, version: number | null | undefined) => {
    const counted = versions.find(known => known.law === law.id && known.version === version)
    return counted ? withVersion(law, counted) : law
  }
  if (on) {
    const then = laws.map(law => asOf(law, members.get(law.id)))
    return composedLaw(id, then, on)
  }
  const law = laws.find(law => law.id === id)
  return law && asOf(law, version)
}

/** Whether clocks are for the same actions, in the same order, as the law's own: only how long they run can be changed. */
export const fitsLaw = (law: Law, clocks: readonly Clock[]): boolean =>
  law.clocks.length === clocks.length &&
  law.clocks.every((clock, at) => clock.actions.join() === clocks[at]?.actions.join())
