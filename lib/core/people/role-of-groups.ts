import { isRole, type Role } from './actor'

/** A group at the provider of single sign-on, and the role that it gives. */
export interface GroupRole {
  group: string
  role: Role
}

/**
 * Reads `group=role,group=role`. A group's own name may hold commas and equals signs, as those of a directory do: an entry ends
 * where a role ends.
 * @returns the pairs in their order, or null where something else is written
 */
export function readGroupRoles(text: string): GroupRole[] | null {
  const pairs: GroupRole[] = []
  let group = ''
  for (const part of text.split(',')) {
    group = group === '' ? part : `${group},${part}`
    const at = group.lastIndexOf('=')
    const role = group.slice(at + 1).trim()
    if (at < 0 || !isRole(role)) continue
    const name = group.slice(0, at).trim()
    if (name === '') return null
    pairs.push({ group: name, role })
    group = ''
  }
  return group === '' ? pairs : null
}

/** The claim by its whole name, or along a path such as `realm_access.roles`. */
function claimAt(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  let at: unknown = claims
  for (const part of name.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = new Map<string, unknown>(Object.entries(at)).get(part)
  }
  return at
}

/** Whether the provider says anything under this name at all. */
export const hasClaim = (claims: Readonly<Record<string, unknown>>, claim: string): boolean =>
  claimAt(claims, claim) !== undefined

/** The groups that the provider names: a list of texts, or a single one; anything else is none. */
export function groupsIn(claims: Readonly<Record<string, unknown>>, claim: string): string[] {
  const value = claimAt(claims, claim)
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(group => typeof group === 'string') : []
}

/** The role of the first pair whose group is named, in the order of the pairs; spelt exactly. Null where none is. */
export function roleOfGroups(groups: readonly string[], pairs: readonly GroupRole[]): Role | null {
  return pairs.find(({ group }) => groups.includes(group))?.role ?? null
}
