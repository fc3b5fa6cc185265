import type { Role } from './actor'
import { can, sight } from './permissions'

const ranks = { 'no-personal-data': 0, 'own-team': 1, all: 2 } as const

/** How much personal data a role sees: none, its team's, all, or all with what only Privacy sees. */
export const rank = (role: Role): number => (role === 'privacy' ? 3 : ranks[sight[role]])

/**
 * Whether this gives somebody more sight of personal data, or a say in who gets it. Nobody decides that alone.
 * @param from the role that they have; null for somebody who can't sign in yet, or not now
 */
export function raisesRights(from: Role | null, to: Role): boolean {
  const saysWho = can(to, 'approve-rights') && !(from && can(from, 'approve-rights'))
  return saysWho || rank(to) > (from ? rank(from) : 0)
}
