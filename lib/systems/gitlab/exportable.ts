import { z } from 'zod'
import type { Act, Preview } from '@/lib/systems/contract'
import { path } from '@/lib/systems/json-api'
import type { GitLab } from './api'
import { readCanary } from './canary'
import { counted, done } from './evidence'
import { allMembers, groupMemberships } from './groups'
import { askEach, listAll } from './lists'
import { byHand, type Refound, refind } from './subject'

const projectSchema = z.object({
  id: z.int().positive(),
  path_with_namespace: z.string(),
  namespace: z.object({ id: z.int(), kind: z.string() }),
})
type Project = z.output<typeof projectSchema>

const descendantSchema = z.object({ id: z.int().positive() })

/** The groups in which a user is the only member, direct and inherited, and those inside them where the same is true. */
async function lonelyGroups(api: GitLab, userId: number): Promise<number[]> {
  const isLonely = async (groupId: number) => {
    const members = await allMembers(api, groupId)
    return members.length === 1 && members[0] === userId
  }
  const lonelyOf = async (ids: readonly number[]) => {
    const lonely = await askEach(ids, isLonely)
    return ids.filter((_, at) => lonely[at])
  }
  const direct = (await groupMemberships(api, userId)).map(membership => membership.source_id)
  const above = await lonelyOf([...new Set(direct)])
  const below = await askEach(
    above,
    async id => await listAll(api, path('groups', id, 'descendant_groups'), {}, descendantSchema),
  )
  const more = new Set(below.flat().map(group => group.id))
  return [...above, ...(await lonelyOf([...more].filter(id => !direct.includes(id))))]
}

/**
 * What may be handed to a person: personal projects, and projects of groups in which they are the only member. Nothing else,
 * so a project that was only shared with such a group is left out.
 */
async function exportableProjects(api: GitLab, userId: number): Promise<Project[]> {
  const [own, groups] = await Promise.all([
    listAll(api, path('users', userId, 'projects'), { simple: true }, projectSchema),
    lonelyGroups(api, userId),
  ])
  const ofGroups = await askEach(groups, async groupId => {
    const query = { with_shared: false, include_subgroups: false, simple: true }
    const projects = await listAll(api, path('groups', groupId, 'projects'), query, projectSchema)
    return projects.filter(({ namespace }) => namespace.kind === 'group' && namespace.id === groupId)
  })
  const personal = own.filter(({ namespace }) => namespace.kind === 'user')
  const all = new Map([...personal, ...ofGroups.flat()].map(project => [project.id, project]))
  return [...all.values()].sort((a, b) => a.id - b.id)
}

/** The projects of somebody who was found again; of somebody who is gone there are none, once a canary was read. */
export async function theirProjects(
  api: GitLab,
  refound: Exclude<Refound, { is: 'by-hand' }>,
): Promise<Project[]> {
  if (refound.is === 'found') return await exportableProjects(api, refound.user.id)
  await readCanary(api)
  return []
}

/** @param will what will be done with a project: `will be exported` */
export async function previewProjects(api: GitLab, refound: Refound, will: string): Promise<Preview> {
  if (refound.is === 'by-hand') return { acts: [refound.words], nothingToDo: false }
  const projects = await theirProjects(api, refound)
  const acts = projects.map(
    ({ id, path_with_namespace }) => `Project ${path_with_namespace} (id ${id}) ${will}.`,
  )
  return { acts, nothingToDo: projects.length === 0 }
}

/** Lists what may be exported, for the eyes of the person who decides. Changes nothing. */
export const listExportable = (api: GitLab): Act => ({
  preview: async (subject, known) =>
    await previewProjects(api, await refind(api, subject, known), 'will be listed'),
  run: async ({ subject, effects, now }) => {
    const refound = await refind(api, subject, await effects.all())
    if (refound.is === 'by-hand') return byHand(refound.words)
    const projects = await theirProjects(api, refound)
    const ids = projects.map(({ id }) => id).join(', ')
    const result = projects.length === 0 ? 'none' : `${counted(projects.length, 'project')}: ${ids}`
    return done(false, [{ at: now, what: 'List the projects that may be exported', result }])
  },
})
