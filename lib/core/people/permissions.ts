import { type Actor, type Carrier, type Role, type Team, teams, type Who } from './actor'
import { type Ability, abilities } from './permission-table'

/** The handbook's section 8 for everything on a request that support and Privacy both do. */
export const supportAndPrivacy = ['support-engineer', 'privacy'] as const satisfies readonly Who[]

/** True where the actor may run a command that lists `who`; a task is given for commands on tasks. */
export function mayRun(actor: Actor, who: readonly Who[], task?: { team: Carrier }): boolean {
  if (actor.kind === 'system') return who.includes('system')
  if (actor.kind === 'requester') return who.includes('requester')
  if (actor.kind === 'account-holder') return who.includes('account-holder')
  if (actor.kind === 'public') return who.includes('public')
  if (who.includes(actor.role)) return true
  if (!task || !who.includes('task-team')) return false
  return task.team === actor.role || (actor.role === 'privacy' && task.team !== 'system')
}

export { type Ability, abilities, sight } from './permission-table'

export const can = (role: Role, ability: Ability): boolean =>
  (abilities[ability] as readonly Role[]).includes(role)

export const isTeam = (role: Role): role is Role & Team => (teams as readonly string[]).includes(role)
