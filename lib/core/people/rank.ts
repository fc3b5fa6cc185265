import { type Role, roles } from './actor'
import { can, sight } from './permissions'

const ranks = { 'no-personal-data': 0, 'own-team': 1, all: 2 } as const

/** How much personal data a role sees: none, its team's, all, or all with what only Privacy sees. */
export const rank = (role: Role): number => (role === 'privacy' ? 3 : ranks[sight[role]])

/**
 * Whether all that somebody with `role` may see and do is within what `present` may. Roles of one rank don't contain each other:
 * each team sees other requests. Those that see every request contain the teams of less; an admin's say is in no other role.
 */
export const isWithin = (role: Role, present: Role): boolean =>
  role === present || (sight[present] === 'all' && role !== 'admin' && rank(role) <= rank(present))

/** The roles that aren't within this one: a person who is given it loses their tokens of these. */
export const rolesBeyond = (present: Role): Role[] => roles.filter(role => !isWithin(role, present))

/**
 * Whether this gives somebody sight of personal data that they don't have now, or a say in who gets it. Nobody decides that alone.
 * @param from the role that they have; null for somebody who can't sign in yet, or not now
 */
export function raisesRights(from: Role | null, to: Role): boolean {
  if (from === null) return true
  return to === 'admin' ? !can(from, 'approve-rights') : !isWithin(to, from)
}
