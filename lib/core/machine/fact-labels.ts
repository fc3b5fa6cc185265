import { messageRules } from '../handbook/messages/index'
import { taskPlans } from '../handbook/tasks/index'
import { type SystemNames, systemNamed } from '../systems/system-names'
import type { Facts } from './decision'

type Fact = Facts[string] | undefined

const text = (fact: Fact): string => (typeof fact === 'string' ? fact : '')

/** A key inside a sentence: "security-denied" as "security denied"; nothing where the fact is no text. */
export const inWords = (fact: Fact): string => text(fact).replaceAll(/[-_]/g, ' ').toLowerCase()

/** Several texts inside a sentence: "GitLab and Zendesk"; nothing where the fact is no list. */
export const listed = (fact: Fact): string => (Array.isArray(fact) ? fact.join(' and ') : '')

/** Facts that name connected systems by key, with their names instead. */
export function withSystemNames(facts: Facts, names: SystemNames): Facts {
  const { source, system, systems } = facts
  return {
    ...facts,
    ...(typeof source === 'string' && { source: systemNamed(source, names) }),
    ...(typeof system === 'string' && { system: systemNamed(system, names) }),
    ...(Array.isArray(systems) && { systems: systems.map(key => systemNamed(key, names)) }),
  }
}

/** A task's name by its key, or the key where this version doesn't know it. */
export const taskNamed = (fact: Fact): string => taskPlans.get(text(fact))?.name ?? text(fact)

/** A message's name by its key, or the key where this version doesn't know it. */
export const messageNamed = (fact: Fact): string => messageRules.get(text(fact))?.name ?? text(fact)

/** The label of the step that the facts name, or its key where this version doesn't know it. */
export const stepNamed = ({ task, step }: Facts): string =>
  taskPlans.get(text(task))?.steps.find(candidate => candidate.key === step)?.label ?? text(step)

const isFact = (value: unknown): value is Facts[string] =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(item => typeof item === 'string'))

/** The facts of a row as it was read back from the audit log; what could be no fact is left out. */
export function factsOf(stored: unknown): Facts {
  const facts: Facts = {}
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return facts
  for (const [name, value] of Object.entries(stored)) if (isFact(value)) facts[name] = value
  return facts
}
