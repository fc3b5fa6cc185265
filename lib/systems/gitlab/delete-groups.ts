import type { Act, Doing, EffectPlan, EffectRecord } from '@/lib/systems/contract'
import { quoted, SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import { confirmed, type GitLab, type Group, readGroup, saidIn } from './api'
import { readCanary } from './canary'
import { counted, done, ofRecord } from './evidence'
import { groupMemberships, type SoleOwned, soleOwnedGroups } from './groups'
import { askEach, countAll } from './lists'
import { byHand, type Refound, refind } from './subject'
import type { User } from './users'

const MARK = 'mark-group'
const REMOVE = 'remove-group'

type OwnedGroup = Group & Pick<SoleOwned, 'others'>

/** The groups that only this user owns, without those inside another of them: a group takes its subgroups along. */
async function groupsOf(api: GitLab, user: User): Promise<OwnedGroup[]> {
  const owned = await soleOwnedGroups(api, user.id, await groupMemberships(api, user.id))
  const read = await askEach(owned, async ({ groupId, others }) => {
    const group = await readGroup(api, groupId)
    return group && { ...group, others }
  })
  const groups = read.filter(group => group !== null)
  return groups.filter(({ full_path }) => !groups.some(above => full_path.startsWith(`${above.full_path}/`)))
}

/** Of somebody who is gone there are none, once a canary was read. */
async function theirGroups(api: GitLab, refound: Exclude<Refound, { is: 'by-hand' }>): Promise<OwnedGroup[]> {
  if (refound.is === 'found') return await groupsOf(api, refound.user)
  await readCanary(api)
  return []
}

/** A refusal that only a person can settle, such as a group that is linked to a subscription. */
const needsPerson = (error: unknown): error is SystemFailure =>
  error instanceof SystemFailure && (error.status === 400 || error.status === 403)

const marking = (api: GitLab, id: number): EffectPlan => ({
  what: MARK,
  target: String(id),
  act: async () => {
    const { status } = await askJson(api, { method: 'DELETE', path: path('groups', id) })
    confirmed(api, status, 202)
    return 'marked for deletion (202)'
  },
  look: async () => {
    const group = await readGroup(api, id)
    if (!group) return { is: 'done', result: 'gone (404)' }
    return group.marked_for_deletion_on ? { is: 'done', result: 'marked for deletion' } : { is: 'not-done' }
  },
})

const LATER = 'it goes with the user’s deletion, or after 30 days'

/** GitLab may refuse this, for top-level groups above all; then the group stays marked, and that is told. */
const removing = (api: GitLab, { id, full_path }: Group): EffectPlan => ({
  what: REMOVE,
  target: String(id),
  act: async () => {
    const { status, error } = await askJson(api, {
      method: 'DELETE',
      path: path('groups', id),
      query: { permanently_remove: true, full_path },
      allow: [400, 403],
    })
    if (status >= 400) return `stays marked; ${LATER}. GitLab says “${quoted(saidIn(api, error))}”`
    confirmed(api, status, 202)
    return 'removed at once (202)'
  },
  look: async () => ((await readGroup(api, id)) ? { is: 'not-done' } : { is: 'done', result: 'gone (404)' }),
})

interface Refusal {
  words: string
  fullPath: string
}

const isKnown = (known: readonly EffectRecord[], what: string, id: number): boolean =>
  known.some(record => record.what === what && record.target === String(id))

/** @returns why a person has to do it; null where it is done */
async function deleteGroup(api: GitLab, group: OwnedGroup, { effects }: Doing): Promise<Refusal | null> {
  const { id, full_path: fullPath } = group
  try {
    if (!group.marked_for_deletion_on || isKnown(await effects.all(), MARK, id))
      await effects.once(marking(api, id))
    await effects.once(removing(api, group))
    return null
  } catch (error) {
    if (!needsPerson(error)) throw error
    return { words: `Group ${id} can’t be deleted by us. ${error.message}`, fullPath }
  }
}

/**
 * Settles what an earlier try began with a group that isn't among the person's any more: it is gone, or somebody else owns it
 * now, and then it is left alone.
 */
const leaving = (api: GitLab, { what, target }: EffectRecord): EffectPlan => ({
  what,
  target,
  act: async () => 'left alone: it is no longer owned by this user only',
  look: async () =>
    (await readGroup(api, target)) ? { is: 'not-done' } : { is: 'done', result: 'gone (404)' },
})

const ACTS: Readonly<Record<string, string>> = {
  [MARK]: 'Marking for deletion of group',
  [REMOVE]: 'Immediate removal of group',
}

/** In the words of the preview: what it is, and what becomes of it. */
async function announced(api: GitLab, group: OwnedGroup): Promise<string> {
  const { id, full_path, parent_id, others, marked_for_deletion_on } = group
  const projects = await countAll(api, path('groups', id, 'projects'), {
    include_subgroups: true,
    with_shared: false,
    simple: true,
  })
  const what = `Group ${full_path}, with ${counted(projects, 'project')} and ${counted(others, 'other member')},`
  const marked = marked_for_deletion_on ? 'is marked for deletion already' : 'will be marked for deletion'
  return parent_id
    ? `${what} ${marked} and, where GitLab allows it, removed at once.`
    : `${what} ${marked}; ${LATER}.`
}

/** Deletes the groups that only this user owns, which GitLab would otherwise refuse to delete the user for, or take along. */
export const deleteSoleGroups = (api: GitLab): Act => ({
  preview: async (subject, known) => {
    const refound = await refind(api, subject, known)
    if (refound.is === 'by-hand') return { acts: [refound.words], nothingToDo: false }
    const groups = await theirGroups(api, refound)
    return {
      acts: await askEach(groups, async group => await announced(api, group)),
      nothingToDo: groups.length === 0,
    }
  },
  run: async doing => {
    const { subject, effects, now } = doing
    const refound = await refind(api, subject, await effects.all())
    if (refound.is === 'by-hand') return byHand(refound.words)
    const groups = await theirGroups(api, refound)
    for (const begun of await effects.all())
      if (
        begun.what in ACTS &&
        begun.state === 'begun' &&
        !groups.some(({ id }) => String(id) === begun.target)
      )
        await effects.once(leaving(api, begun))
    const refusals: Refusal[] = []
    // In turn: each is an effect of its own, and the request may forbid the next.
    for (const group of groups) {
      const refusal = await deleteGroup(api, group, doing)
      if (refusal) refusals.push(refusal)
    }
    const [first] = refusals
    if (first)
      return {
        is: 'by-hand',
        words: refusals.map(({ words }) => words).join(' '),
        link: `${api.settings.url}/groups/${first.fullPath.split('/').map(encodeURIComponent).join('/')}/-/edit`,
      }
    const evidence = (await effects.all()).flatMap(record =>
      record.what in ACTS ? ofRecord(record, `${ACTS[record.what]} ${record.target}`, now) : [],
    )
    if (evidence.length > 0) return done(true, evidence)
    return done(false, [{ at: now, what: 'Look for groups that only this user owns', result: 'none' }])
  },
})
