import type { Act, ActResult, Doing, EffectRecord, Look, Subject } from '../contract'
import { SystemFailure } from '../failure'
import type { DiscourseApi, ForumUser } from './api'
import {
  batchesOf,
  DELETE_POSTS,
  DELETE_USER,
  deletedWords,
  deletionIn,
  postsBefore,
  willDelete,
} from './ledger'
import { matchUser, unmatched, usersWith } from './match'

/** Discourse lets staff delete users with so few posts; more are deleted before, in batches. */
const FEW_POSTS = 5
/** So many batches of twenty, and then others may work. */
const BATCHES_AT_ONCE = 20

class Refused extends SystemFailure {
  override name = 'Refused'
}

const nobodyWords = 'No user has the name or an address on this request, so there is nothing to delete.'
const goneWords = (id: number) => `User ${id} is gone already.`
const staffWords = (id: number) =>
  `User ${id} is an admin or moderator of the forum, so we don’t delete them. Take that right away there first, or do it by hand.`
const otherWords = (ids: readonly number[]) =>
  `The forum has no user with the username on this request, but user ${ids.join(', ')} has an address on it. Find out which user is meant, and delete it by hand.`

type Target = { is: 'user'; id: number } | { is: 'nobody' } | { is: 'by-hand'; words: string }

/** Whom to delete: by the ledger where it was begun, else by name, address compared once more. */
async function target(
  api: DiscourseApi,
  subject: Subject,
  records: readonly EffectRecord[],
): Promise<Target> {
  const begun = deletionIn(records)
  if (begun) return { is: 'user', id: Number(begun.target) }
  const match = await matchUser(api, subject)
  if (match.is === 'matched') return { is: 'user', id: match.profile.id }
  if (match.is !== 'missing') return { is: 'by-hand', words: unmatched[match.is] }
  const others = await usersWith(api, subject.emails)
  return others.length > 0 ? { is: 'by-hand', words: otherWords(others) } : { is: 'nobody' }
}

/** Deletes posts batch by batch until the user can be deleted. @returns how many are left after as many as go at once */
async function deletePosts(api: DiscourseApi, user: ForumUser, { effects }: Doing): Promise<number> {
  let { posts, isRefused } = user
  for (let count = 0; count < BATCHES_AT_ONCE && posts > 0 && (posts > FEW_POSTS || isRefused); count += 1) {
    const batches = batchesOf(await effects.all(), user.id)
    const open = batches.find(({ state }) => state === 'begun')
    const { result } = await effects.once({
      what: DELETE_POSTS,
      target: open?.target ?? `${user.id}/${batches.length + 1}`,
      before: String(posts),
      act: async () => String(await api.deleteSomePosts(user.id)),
      look: async ({ before }): Promise<Look> => {
        const now = await api.user(user.id)
        const done = Number(before) - (now?.posts ?? 0)
        return done > 0 ? { is: 'done', result: String(done) } : { is: 'not-done' }
      },
    })
    const now = await api.user(user.id)
    // What can't be deleted in batches is left to the deletion of the user, which says why it can't be.
    if (!now || Number(result) === 0) return 0
    posts = now.posts
    isRefused = now.isRefused
  }
  return posts > FEW_POSTS ? posts : 0
}

async function deleteOnce(api: DiscourseApi, id: number, posts: number, { effects }: Doing): Promise<void> {
  await effects.once({
    what: DELETE_USER,
    target: String(id),
    before: String(posts),
    act: async () => {
      const deletion = await api.deleteUser(id)
      if (deletion === 'deleted') return 'deleted'
      if (deletion === 'refused')
        throw new Refused('forbidden', `${api.name} refuses to delete user ${id}, as they still have posts.`)
      // Discourse says 403 of users who aren't there.
      if ((await api.user(id)) === null) return 'gone'
      throw new Refused('forbidden', `${api.name} doesn’t let our key delete user ${id}.`)
    },
    look: async () =>
      (await api.user(id)) === null ? { is: 'done', result: 'deleted' } : { is: 'not-done' },
  })
}

async function run(api: DiscourseApi, doing: Doing): Promise<ActResult> {
  const { effects, now, subject } = doing
  const byHand = (words: string): ActResult => ({ is: 'by-hand', words, link: api.link })
  const done = (changed: boolean, what: string, result: string): ActResult => ({
    is: 'done',
    changed,
    evidence: [{ at: now, what, result }],
  })
  const whom = await target(api, subject, await effects.all())
  if (whom.is === 'nobody') return done(false, 'Looked for the user by name and by address', nobodyWords)
  if (whom.is === 'by-hand') return byHand(whom.words)
  const { id } = whom
  const user = await api.user(id)
  if (user?.isStaff) return byHand(staffWords(id))
  if (user) {
    const left = await deletePosts(api, user, doing)
    if (left > 0)
      return { is: 'waiting', afterSeconds: 5, words: `${left} posts of user ${id} are still to be deleted.` }
  }
  await deleteOnce(api, id, user?.posts ?? 0, doing)
  return done(true, `Deleted user ${id}`, deletedWords(id, postsBefore(await effects.all(), id)))
}

/** Deletes the user and all posts, after the address was compared once more. Admins and moderators are never deleted. */
export const deleteUserAct = (api: DiscourseApi): Act => ({
  async preview(subject, known) {
    const whom = await target(api, subject, known)
    if (whom.is === 'nobody') return { acts: [nobodyWords], nothingToDo: true }
    if (whom.is === 'by-hand') return { acts: [whom.words], nothingToDo: false }
    const user = await api.user(whom.id)
    if (!user) return { acts: [goneWords(whom.id)], nothingToDo: true }
    return {
      acts: [user.isStaff ? staffWords(user.id) : willDelete(user.id, user.posts)],
      nothingToDo: false,
    }
  },
  async run(doing) {
    try {
      return await run(api, doing)
    } catch (error) {
      if (error instanceof Refused)
        return { is: 'by-hand', words: `${error.message} Delete the user there by hand.`, link: api.link }
      throw error
    }
  },
})
