import type { Act, EffectPlan, EffectRecord, Look } from '@/lib/systems/contract'
import { askJson, path } from '@/lib/systems/json-api'
import { confirmed, type GitLab, isMissing } from './api'
import { isBlocked } from './blocked'
import { readCanary, readSelf } from './canary'
import { counted, done, ofRecord } from './evidence'
import { countAll } from './lists'
import { byHand, DELETE_USER, refind } from './subject'
import { readUser, type User } from './users'

/** GitLab blocks an account at once and deletes it when it gets to it. */
async function lookAfter(api: GitLab, record: EffectRecord): Promise<Look> {
  const user = await readUser(api, record.target)
  if (!user) return { is: 'done', result: `gone (404); ${await readCanary(api)} could be read` }
  const wasBlocked = record.before !== 'active' && record.before !== 'deactivated'
  // Deleting twice is deleting once, so where nothing shows, it is asked again.
  return isBlocked(user) && !wasBlocked
    ? { is: 'done', result: 'blocked, and being deleted' }
    : { is: 'not-done' }
}

async function deleteUser(api: GitLab, id: string): Promise<string> {
  const { status, error } = await askJson(api, {
    method: 'DELETE',
    path: path('users', id),
    query: { hard_delete: true },
    allow: [404],
  })
  if (isMissing(api, status, error, 'User')) return `gone (404); ${await readCanary(api)} could be read`
  confirmed(api, status, 204)
  return 'accepted (204)'
}

const deletion = (api: GitLab, id: string, state: string | null): EffectPlan => ({
  what: DELETE_USER,
  target: id,
  ...(state !== null && { before: state }),
  act: async () => await deleteUser(api, id),
  look: async record => await lookAfter(api, record),
})

/** What must never be deleted, because nothing could be done or believed afterwards. */
async function isOurs(api: GitLab, user: User): Promise<boolean> {
  return String(user.id) === api.settings.canaryUserId || (await readSelf(api)).id === user.id
}

const OURS =
  'This is the account whose token Habeas uses, or the one that the settings name as an account that stays. Set another there first.'

/** *Delete user and contributions*: the account, its groups without another owner, and what it wrote. */
export const deleteAccount = (api: GitLab): Act => ({
  preview: async (subject, known) => {
    const refound = await refind(api, subject, known)
    if (refound.is === 'by-hand') return { acts: [refound.words], nothingToDo: false }
    if (refound.is === 'gone') {
      await readCanary(api)
      return { acts: [], nothingToDo: true }
    }
    const { id, username } = refound.user
    if (await isOurs(api, refound.user)) return { acts: [OURS], nothingToDo: false }
    const projects = await countAll(api, path('users', id, 'projects'), { simple: true })
    const acts = [
      `Account ${username} (id ${id}) will be deleted for good, with everything it contributed: issues, merge requests, comments and groups without another owner.`,
      projects === 0
        ? 'It has no personal projects.'
        : `Its ${counted(projects, 'personal project')} will be deleted with it.`,
      'Commits in projects of others keep the name and address that they were made with.',
    ]
    return { acts, nothingToDo: false }
  },
  run: async ({ subject, effects, now }) => {
    const known = await effects.all()
    const refound = await refind(api, subject, known)
    if (refound.is === 'by-hand') return byHand(refound.words)
    if (refound.is === 'found') {
      const { user } = refound
      if (await isOurs(api, user)) return byHand(OURS)
      const record = await effects.once(deletion(api, String(user.id), user.state))
      return done(true, [ofRecord(record, `Deletion of user ${user.id}`, now)])
    }
    const begun = known.find(record => record.what === DELETE_USER && record.target === refound.id)
    if (begun) {
      const record = await effects.once(deletion(api, begun.target, begun.before))
      return done(true, [ofRecord(record, `Deletion of user ${begun.target}`, now)])
    }
    const canary = await readCanary(api)
    const what = refound.id === null ? 'Look for the account' : `Look for user ${refound.id}`
    return done(false, [{ at: now, what, result: `there is none any more; ${canary} could be read` }])
  },
})
