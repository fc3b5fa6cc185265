import { z } from 'zod'
import { type Finding, type Subject, systemKind } from '../contract'
import { secretText, setting, shortText, siteAddress } from '../settings-fields'
import { type DiscourseApi, discourseApi } from './api'
import { checkDiscourse } from './check'
import { deleteUserAct } from './delete-user'
import { matchAct, usersWith } from './match'
import { reportAct } from './report'

const settings = z.object({
  url: setting(
    { label: 'Address', hint: 'Of the forum, such as https://forum.example.com.', address: true },
    siteAddress,
  ),
  apiKey: setting(
    { label: 'API key', hint: 'With the scope Global, for one user who is an admin.', secret: true },
    secretText,
  ),
  apiUsername: setting({ label: 'Username of the key', hint: 'Such as system.' }, shortText),
})

async function found(api: DiscourseApi, { forumUsername, emails }: Subject): Promise<Finding> {
  const ids = new Set(await usersWith(api, emails))
  const named = forumUsername?.trim() ? await api.byName(forumUsername) : null
  if (named) ids.add(named.id)
  const words = ids.size === 0 ? 'No user was found.' : ids.size === 1 ? '1 user' : `${ids.size} users`
  return { ids: [...ids].map(String), words }
}

/** A forum that runs Discourse. */
export const discourse = systemKind({
  name: 'Discourse',
  about: 'Compares addresses in the forum, and deletes users with their posts.',
  settings,
  roleOf: () => 'forum',
  abilities: ['find', 'erase'],
  acts: ['match-forum-user', 'delete-forum-user', 'report-forum-deletion'],
  // Discourse itself allows 60 calls of admins in a minute.
  limits: { perMinute: 50, patienceMs: 20_000 },
  connect(given, wire) {
    const api = discourseApi(given, wire)
    return {
      check: async () => await checkDiscourse(api),
      find: async subject => await found(api, subject),
      acts: {
        'match-forum-user': matchAct(api),
        'delete-forum-user': deleteUserAct(api),
        'report-forum-deletion': reportAct(api),
      },
    }
  },
})
