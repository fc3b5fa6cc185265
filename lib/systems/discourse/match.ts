import type { Act, Subject } from '../contract'
import type { DiscourseApi, Profile } from './api'

export type Match =
  | { is: 'matched'; profile: Profile }
  | { is: 'mismatch'; profile: Profile }
  | { is: 'missing' }
  | { is: 'nameless' }

/** The user of the request's forum username, compared with every address of the request. */
export async function matchUser(
  api: DiscourseApi,
  { forumUsername, emails }: Pick<Subject, 'forumUsername' | 'emails'>,
): Promise<Match> {
  if (!forumUsername?.trim()) return { is: 'nameless' }
  const profile = await api.byName(forumUsername)
  if (!profile) return { is: 'missing' }
  const theirs = await api.emailsOf(profile)
  const fits = emails.some(email => theirs.includes(email.trim().toLowerCase()))
  return { is: fits ? 'matched' : 'mismatch', profile }
}

/** Why a person has to look, for each way in which nobody was matched. */
export const unmatched: Readonly<Record<Exclude<Match['is'], 'matched'>, string>> = {
  nameless: 'This request names no forum username. Find the user by the profile link, and do it by hand.',
  missing:
    'The forum has no user with the username on this request. Check its spelling and the profile link; if there is no such user, resolve as Exception.',
  mismatch: 'The forum account’s address isn’t one on this request. Resolve as Exception.',
}

/** The ids of all users with one of the addresses. */
export async function usersWith(api: DiscourseApi, emails: readonly string[]): Promise<number[]> {
  const ids = new Set<number>()
  for (const email of emails) for (const id of await api.byEmail(email)) ids.add(id)
  return [...ids]
}

/** Checks that the forum account's address is one on the request. */
export const matchAct = (api: DiscourseApi): Act => ({
  async preview(subject) {
    const match = await matchUser(api, subject)
    return {
      acts: [
        match.is === 'matched'
          ? `User ${match.profile.id} will be found to have an address on this request.`
          : unmatched[match.is],
      ],
      nothingToDo: false,
    }
  },
  async run({ subject, now }) {
    const match = await matchUser(api, subject)
    if (match.is !== 'matched') return { is: 'by-hand', words: unmatched[match.is], link: api.link }
    const what = `Compared the addresses of user ${match.profile.id}`
    return {
      is: 'done',
      changed: false,
      evidence: [{ at: now, what, result: 'One of them is on this request.' }],
    }
  },
})
