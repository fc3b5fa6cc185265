import { z } from 'zod'
import { path } from '@/lib/systems/json-api'
import { type GitLab, level } from './api'
import { askEach, listAll } from './lists'

const OWNER = 50

const membershipSchema = z.object({
  source_id: z.int().positive(),
  source_type: z.string(),
  access_level: level,
})
export type Membership = z.output<typeof membershipSchema>

const memberSchema = z.object({ id: z.int().positive(), access_level: level })
type Member = z.output<typeof memberSchema>

/** The groups that a user is a direct member of. */
export async function groupMemberships(api: GitLab, userId: number): Promise<Membership[]> {
  const all = await listAll(
    api,
    path('users', userId, 'memberships'),
    { type: 'Namespace' },
    membershipSchema,
  )
  return all.filter(membership => membership.source_type === 'Namespace')
}

/** The direct members of a group. */
const directMembers = async (api: GitLab, groupId: number): Promise<Member[]> =>
  await listAll(api, path('groups', groupId, 'members'), {}, memberSchema)

/** Everybody who is a member of a group, be it through a group above it or one that was invited; each once. */
export async function allMembers(api: GitLab, groupId: number): Promise<number[]> {
  const members = await listAll(api, path('groups', groupId, 'members', 'all'), {}, memberSchema)
  return [...new Set(members.map(member => member.id))]
}

export interface SoleOwned {
  groupId: number
  /** Direct members beside the user. */
  others: number
}

/** The groups whose only direct owner is this user: they go with the user. */
export async function soleOwnedGroups(
  api: GitLab,
  userId: number,
  memberships: readonly Membership[],
): Promise<SoleOwned[]> {
  const owned = memberships.filter(membership => membership.access_level === OWNER)
  const found = await askEach(owned, async ({ source_id: groupId }) => {
    const members = await directMembers(api, groupId)
    const owners = members.filter(member => member.access_level === OWNER)
    const isSole = owners.every(owner => owner.id === userId) && owners.length > 0
    return isSole ? { groupId, others: members.filter(member => member.id !== userId).length } : null
  })
  return found.filter(group => group !== null)
}
