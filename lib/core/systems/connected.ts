import type { Ability, StepAct, SystemRole } from './names'

/** A system that is connected and switched on, as decisions and screens know it: no address, no secret. */
export interface ConnectedSystem {
  readonly key: string
  /** A key of the index of lib/systems. */
  readonly kind: string
  /** As admins named it. */
  readonly name: string
  readonly role: SystemRole
  readonly abilities: readonly Ability[]
  readonly acts: readonly StepAct[]
}

/** The systems that stand in one role, in the order of their keys. */
export const inRole = (systems: readonly ConnectedSystem[], role: SystemRole): ConnectedSystem[] =>
  systems.filter(system => system.role === role)

/** It can be searched before somebody says where the person is. */
export const isSearched = ({ role, abilities }: ConnectedSystem): boolean =>
  (role === 'support-desk' || role === 'customers-portal') && abilities.includes('find')

/** Some system can keep issues. */
export const opensIssues = (systems: readonly ConnectedSystem[]): boolean =>
  systems.some(({ abilities }) => abilities.includes('issue'))

/** Where accounts are looked up, inside a sentence: the connected systems by name, else Habeas's own directory. */
export const accountsAreIn = (systems: readonly ConnectedSystem[]): string =>
  inRole(systems, 'account')
    .map(({ name }) => name)
    .join(' or ') || 'the directory'
