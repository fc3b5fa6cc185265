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
